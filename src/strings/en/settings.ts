/** Of the table of parameters that opens under the figure. */
export const settings = {
  yes: 'yes',
  no: 'no',
  title: 'All settings',
  groups: {
    images: 'Change the images',
    filters: 'Change the filters',
    training: 'Change the training',
    view: 'Change the view',
  },
  defaults: 'Defaults',
  defaultsDocs: 'The default experiment, trained from its start. The browser’s Back undoes it.',
};
