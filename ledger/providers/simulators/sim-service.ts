/** What a simulated service was asked, as it came over the wire. */
export type SimRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What it answers. A body that is no text is sent as JSON. One that is `steady` is given whatever the scenario. */
export type SimAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly type?: string;
  readonly steady?: true;
};

/** A payment that a simulated service knows. Amounts in shillings, as services print them. */
export type SimPayment = {
  readonly id: string;
  readonly amount: string;
  readonly receipt: string;
  readonly reference: string;
  readonly phone: string;
  readonly party: string;
  /** `2026-03-01T14:30:00` */
  readonly at: string;
  readonly status: 'completed' | 'pending' | 'failed' | 'cancelled' | 'expired';
};

/** A service's documented behaviour: a pure answer to a request, over the payments it knows. */
export type SimService = (request: SimRequest, payments: SimPayment[]) => SimAnswer;
