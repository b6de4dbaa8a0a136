// What the forms of this repository are checked by; the server takes no notice of it.
export default {
  check: {
    overrides: [
      {
        // Labels, help texts and limits are those of the official data fields, word by word.
        forms: ['mutterschutz-benachrichtigung'],
        rules: { 'question-missing': 'off', 'sentence-long': 'off', 'text-hard': 'off', 'text-unlimited': 'off' },
      },
    ],
  },
};
