export default {
  check: {
    // Severities by the code of a problem: 'error', 'warning' or 'off'.
    rules: { 'translation-missing': 'error' },
  },
  test: {
    // Per cent that the cases of each form have to try out.
    coverage: { steps: 100 },
  },
};
