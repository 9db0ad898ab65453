/**
 * What the owner paid for a payment, in the words of the payment table, in positive cents: a message of money that came in
 * prints what it cost the payer, and only the statement what it cost the till.
 */
export const ownCharges = 'iif(amount > 0, statement_out, charges)';
