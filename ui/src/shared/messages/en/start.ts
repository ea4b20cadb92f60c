/** The first start. */
export const start = {
  steps: 'Steps',
  company: 'Company',
  mailbox: 'Mailbox',
  promise: 'Your data stay on this computer. No account, no subscription.',
  companyTitle: 'Who makes the quotes?',
  companyLead: 'A name is enough. The rest can be completed before the first quote.',
  mailboxTitle: 'Where do your requests come from?',
  mailboxLead: 'Quoin reads this mailbox and sends your replies from it. It deletes nothing there.',
  next: 'Continue',
  later: 'Later',
  connect: 'Connect',
  demo: 'Try it with sample data',
  demoHint: 'nothing leaves this computer',
  yourName: 'Your name',
  yourNameHint: 'Under your replies and on your quotes',
};
