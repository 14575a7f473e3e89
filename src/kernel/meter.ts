/** Where a fault can be caught. */
export type FaultPlace = "router" | "queue" | "courier" | "import" | "evaluation" | "metrics";

/**
 * What the house tells those who watch it as it happens. Everything said here is one of a few words: never an id, a name
 * or a text of somebody.
 */
export type Meter = {
  /** A run of a declared job came to an end after so many seconds. */
  ran(run: { readonly job: string; readonly outcome: "done" | "failed"; readonly seconds: number }): void;
  /** An ask of a platform was answered after so many seconds; `kind` and `outcome` are those of the ask and its reply. */
  answered(answer: {
    readonly platform: string;
    readonly kind: string;
    readonly outcome: string;
    readonly seconds: number;
  }): void;
  /** A fault was caught, logged and lived through. */
  faulted(place: FaultPlace): void;
};
