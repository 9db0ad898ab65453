/** An amount in integer cents. Branded, so that shillings cannot be passed for cents by mistake. */
export type Cents = number & { readonly __unit: 'cents' };
