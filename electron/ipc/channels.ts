/** Every channel there is. A new question or command is a name sent over `call`, never a new channel. */
export const channels = {
  call: 'risiti:call',
  offer: 'risiti:offer',
  save: 'risiti:save',
  event: 'risiti:event',
} as const;
