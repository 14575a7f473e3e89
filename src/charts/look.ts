/** A picture's size in the pixels it is laid out in; it is drawn a quarter larger, which is as sharp as a phone shows. */
export const size = { width: 720, height: 400 } as const;
export const zoom = 1.25;

/** The bundled font that everything is set in. */
export const family = "Noto Sans SC";

/** Letter sizes: a phone shows a picture at half its size. */
export const letters = { title: 27, text: 22, small: 20, least: 15 } as const;

/** What keeps its distance from the edge. */
export const margin = 24;

/** Dark on light, and Okabe and Ito's blue and vermilion, which everybody tells apart. */
export const colours = {
  paper: "#ffffff",
  ink: "#17212b",
  quiet: "#4b5a68",
  grid: "#dfe4e9",
  axis: "#8b98a5",
  line: "#0072b2",
  band: "rgba(0,114,178,0.26)",
  target: "#b34a00",
  bar: "#56b4e9",
  empty: "#eef1f4",
  hatch: "#9aa6b2",
} as const;
