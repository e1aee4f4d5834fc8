/** Whether a kubectl terminal can be opened where this page is shown. */
export const canOpenTerminal = document.getElementById('panel')?.dataset.terminal === 'true';
