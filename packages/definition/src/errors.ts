/**
 * The one table of error codes. A code is stable, lower-case and hyphenated; the sentence says what is wrong and
 * what to do, with `{name}` standing for a parameter. Problems that citizens see have their texts in
 * `validators/src/locales` instead.
 */
export const errorTable = {
  // definition: what can be wrong in form.json and the files beside it
  'json-syntax': 'The file is not valid JSON: {detail}.',
  'ref-unknown-block': 'There is no block "{id}": known are {known}.',
  'ref-unknown-definition': 'There is no "{name}" in "$defs" of this file: known are {known}.',
  'ref-refused':
    '"{reference}" cannot be referred to: only "block:<id>" and "#/$defs/<name>" can, and nothing is ever fetched.',
  'ref-cycle': 'The reference leads back to itself: {cycle}.',
  'ref-too-long': 'One reference leads to the next, over and over: {limit} are the most.',
  'ref-conflict':
    'No answer could meet both this "{keyword}" and the one in {base} that "$ref" brings: leave it out, or make it narrower.',
  'defs-misplaced': '"$defs" may stand only at the root of "data" or of a block\'s "schema".',
  'list-unknown': 'There is no list "{reference}": known are {known}.',
  'option-unknown': 'There is no option {value} among those that this narrows.',
  'markdown-html': 'Texts are Markdown without HTML: {html} is not shown. Write it in Markdown.',
  'markdown-image': 'Texts cannot show pictures: only the description "{alt}" is shown.',
  'markdown-link': 'The link {href} is not shown: links begin with https:, http:, mailto: or tel:, or are relative.',
  'markdown-link-interpolation': 'The link {href} is not shown: the address of a link must be fixed.',
  'markdown-too-deep': 'Quotes and lists stand inside each other too deeply: {limit} levels are the most.',
  'markdown-too-long': 'The text is too long: {limit} characters are the most.',
  'interpolation-open': 'After "{{" the end "}}" is missing. For two braces write "\\{{".',
  'name-dangerous': '"{name}" cannot be a name: JavaScript gives it a meaning of its own.',
  'data-too-large':
    'The form is too large: {limit} groups and fields are the most, once blocks and "$defs" are put in.',
  // expression: what can be wrong in an expression (`when`, `value`, `assert`, …)
  'expression-empty': 'There is no expression here: write one, or leave the keyword out.',
  'expression-syntax': 'The expression cannot be read: {detail}.',
  'expression-too-long': 'The expression is too long: {limit} characters are the most. Split it with "define".',
  'expression-too-deep': 'The expression is nested too deeply: {limit} levels are the most. Split it with "define".',
  'expression-unknown-name': 'There is no "{name}" here{suggestion}.',
  'expression-unknown-member': 'There is no "{name}" in "{of}"{suggestion}.',
  'expression-unknown-function': 'There is no function "{name}"{suggestion}.',
  'expression-no-members': '{actual} has no members, so ".{name}" reads nothing{suggestion}.',
  'expression-refused': '{what} does not belong to the expressions of forms{suggestion}.',
  'expression-reserved': '"{name}" is a word of the language and cannot be used as a name.',
  'expression-hides-name': '"{name}" would hide a name that is visible here: choose another for the variable.',
  'expression-macro-variable': '{macro}(…) starts with the name of its variable, as in hunde.{macro}(h, …).',
  'expression-compare': '"{operator}" cannot compare {left} with {right}.',
  'expression-operand': '"{operator}" needs {expected}, not {actual}.',
  'expression-condition': 'Before "?" stands a condition (true or false), not {actual}.',
  'expression-branches': 'Both results of "? :" must be of the same type, not {left} and {right}.',
  'expression-list-elements': 'The elements of a list must be of the same type, not {left} and {right}.',
  'expression-arguments': '{function}(…) takes {expected} arguments, not {actual}.',
  'expression-argument': '{function}(…) needs {expected} as argument {position}, not {actual}.',
  'expression-index': 'Only a list has numbered entries: "[…]" needs a list and a number, not {left} and {right}.',
  'expression-null': '"null" may stand only beside == and !=.',
  'expression-always-there': '{actual} always exists and is never null: ask answered(…) or count(…).',
  'expression-date-constant': '"{text}" is no date: dates are written like 2026-12-31.',
  'expression-constant-never':
    'No answer is ever equal to {text}: answers are trimmed, in Unicode NFC and never empty. For an unanswered field write == null.',
  'expression-number': '{text} is beyond what numbers can hold exactly.',
  'expression-pattern': 'The pattern cannot be used: {detail}. Patterns are constants of the form ^(?:…)$.',
  'expression-region': 'There are no public holidays for "{region}": known are {known}.',
  'expression-result': 'Here {expected} is needed, but the expression gives {actual}.',
  'expression-not-cel': 'CEL refuses the expression: {detail}.',
  'expression-unanswered':
    '"{operator}" is decided even while "{name}" is unanswered: if that is not meant, ask answered({name}) first.',
  // command line
  'forms-folder-missing': 'There is nothing at {path}: name a folder with forms, a form, or its form.json.',
  'forms-folder-empty': 'There is no form in {path}: a form is a folder with a form.json.',
  'cases-missing': 'There are no cases in {path}: a case is a file in the folder "cases" of a form.',
  'glob-empty': 'No form matches {path}.',
  'record-unreadable': 'The draft {path} cannot be read: {detail}.',
  'record-other-form': 'The draft {path} is one of {found}, not of {form}.',
  'record-without-name': 'A recorded case needs a name: --name "Zwei Hunde".',
  'case-exists': 'There is a case {path} already: choose another name, or replace it with --force.',
  'form-not-one': 'There has to be exactly one form at {path}: name a form or its form.json.',
  'output-needed': 'A PDF is no text for a terminal: name a file with --output.',
  'output-unwritable': '{path} cannot be written: {detail}.',
  'form-exists': '{path} is there already; nothing was changed.',
  'form-name': '"{id}" cannot name a form: it takes lower-case letters and digits, in words joined by hyphens.',
  'language-missing': 'The form {form} is not there in {language}, only in {languages}.',
  'diff-needs-two': 'Name two forms, or one and "--since <commit>".',
  'cli-config': 'The configuration {path} is wrong: {detail}.',
  'git-failed': 'What has changed since {ref} cannot be found out: {detail}.',
  'version-not-raised':
    'The form has changed since {ref}, but is still version {version}: what is published never changes, so raise it to {wanted}.',
  'version-raised-too-little':
    'What has changed since {ref} breaks {what}, so version {version} is not enough: it needs {wanted} or more.',
  'version-lowered': 'Version {version} is not above {before}, the version at {ref}.',
  'breaking-change': 'Since {ref}: {change}. This breaks {what}.',
  'form-broken': 'The cases of {form} cannot run: the form has {errors} errors. Run "schalter check" to see them.',
  // server: starting
  'port-in-use': 'Port {port} on {host} is taken: choose another with PORT, or stop the program that uses it.',
  'port-refused': 'The server cannot listen on port {port} of {host}: {detail}.',
  'data-dir-in-use':
    'The data folder {path} is in use by process {pid}: stop it, or choose another folder with DATA_DIR.',
  'data-dir-not-writable': 'The data folder {path} cannot be written: {detail}. Choose another with DATA_DIR.',
  'data-dir-damaged': 'The database in the data folder {path} cannot be opened: {detail}.',
  'database-unreachable': 'The database of DATABASE_URL cannot be used: {detail}.',
  'secret-wrong':
    'What is stored was encrypted with another secret: start with the SCHALTER_SECRET (or the key file) it was written with.',
  'secret-too-short': 'SCHALTER_SECRET has {actual} characters: at least {limit} are needed.',
  'config-unreadable': 'The configuration {path} cannot be read: {detail}.',
  'config-invalid': 'The configuration is wrong at "{at}": {detail}.',
  'config-value': '{name} is "{value}", but must be {expected}.',
  // server: forms on disk and their publication
  'forms-folder-unreadable': 'The folder of forms {path} cannot be read: {detail}.',
  'file-unreadable': 'The file cannot be read: {detail}.',
  'file-encoding': 'The file is not encoded in UTF-8: save it as UTF-8.',
  'file-too-large': 'The file has {bytes} bytes and is not read: {limit} are the most.',
  'byte-order-mark': 'The file begins with a byte order mark, which other programs stumble over: save it without.',
  'json-comment':
    'Line {line}, column {column}: comments do not belong in JSON. Write "$comment" where the language has it.',
  'file-not-an-object': 'The file must contain one JSON object.',
  'duplicate-key': 'The name "{name}" stands twice in the same object: only one of them would count.',
  'folder-without-form': 'The folder has no form.json: add one, or start its name with "_" or ".".',
  'duplicate-form-id': 'The id "{id}" is already used by the form in {other}.',
  'service-unmapped':
    'The service "{name}" (kind {kind}) is mapped to no adapter: map it in the configuration, or make it optional.',
  'version-exists':
    'Version {version} of "{id}" is published already and never changes: raise the version to publish other content.',
  'form-id-differs': 'The form calls itself "{id}", but is kept as "{expected}": both must be the same.',
  'form-not-publishable': 'The form "{id}" cannot be published. Errors: {count}.',
  // server: answers to requests
  'not-found': 'There is nothing at this address.',
  'method-not-allowed': 'This address does not take {method}.',
  'unknown-form': 'There is no form "{id}" here.',
  'unknown-draft': 'There is no such draft, or this request does not prove that it may use it.',
  'unknown-delivery': 'There is no such delivery.',
  'unknown-submission': 'There is no such submission, or this request does not prove that it may see it.',
  'draft-conflict': 'The draft was changed elsewhere: its revision is {revision} by now.',
  'draft-submitted': 'The draft has been submitted: it cannot be changed any more.',
  'draft-other-form': 'The session belongs to another form or version than the draft.',
  'revision-missing': 'Say which revision the change builds on: If-Match: "<revision>".',
  'key-missing': "The header Idempotency-Key must carry the draft's key.",
  'key-conflict': 'With this key other content has been submitted already: its receipt stands.',
  recomputed: 'Recomputed with the date of today the result is another: show it and submit again.',
  refused: 'The submission is refused. Problems: {count}.',
  'today-in-future': 'The date of the submission, {today}, lies in the future.',
  'today-before-session': 'The date of the submission, {today}, lies before its session.',
  'body-invalid': 'The request is not as described at /api/openapi.json: {detail}.',
  'body-syntax': 'The body is not valid JSON.',
  'body-too-large': 'The request is too large: {limit} bytes are the most.',
  'body-too-deep': 'The body is nested too deeply: {limit} levels are the most.',
  'body-forbidden-key': 'The body contains a name that is refused: __proto__ or constructor.',
  'media-type': 'This address does not take the media type {type}.',
  'foreign-origin': 'The request comes from a page of another site.',
  'operator-only': 'This is for operators only: prove it with the operator token.',
  'not-ready': 'The server is starting or stopping: try again in a moment.',
  internal: 'Something went wrong on the server: it has been noted, and nothing was stored. Try again later.',
  'transition-refused': 'A submission that is {from} cannot become {to}.',
  'sealed-unreadable': 'What is stored cannot be decrypted: it was changed, or encrypted with an unknown key.',
  // documents
  'document-time': '"{time}" in the time zone "{zone}" is no time that can be written on a receipt.',
  'document-font': 'The font {file} of documents is missing or damaged: install @schalter/documents again.',
  // adapters: what can go wrong between the server and a base service
  'adapter-unknown': 'There is no {kind} adapter "{name}": known are {known}.',
  'adapter-options': 'The options of the adapter "{adapter}" are wrong: {detail}.',
  'adapter-closed': 'The adapter "{adapter}" is closed already.',
  'adapter-unreachable': 'The adapter "{adapter}" does not reach {target}: {detail}.',
  'adapter-credentials': 'The adapter "{adapter}" is not let in by {target}: {detail}.',
  'adapter-secure-channel': 'The adapter "{adapter}" finds no secure channel to {target}: {detail}.',
  'adapter-aborted': 'The adapter "{adapter}" was told to stop before it was done.',
  'mail-address': '"{address}" is not one usable mail address.',
  'mail-refused': 'The mail server refuses this mail for good: {detail}.',
  'mail-deferred': 'The mail server puts this mail off: {detail}.',
  'delivery-name': '"{name}" cannot be used as a name in the delivery folder: {detail}.',
  'delivery-unwritable': 'The delivery folder {path} cannot be written: {detail}.',
  // compile: what is wrong in how the parts of a form fit together
  'data-too-deep': 'The answers are nested too deeply: {limit} levels are the most.',
  'field-without-type':
    'The field "{name}" needs a type (or options), or the control "text" or "notice" if it only shows text.',
  'list-items': 'The list "{name}" needs "items": a group, or a field of plain values.',
  'keyword-on-items':
    '"{keyword}" does not belong on the entries of a list: put it on the list or on the fields inside.',
  'required-unknown': '"{name}" is required here, but there is no such field beside it.',
  'option-twice': 'The option {value} stands here twice.',
  'check-twice': 'There are two checks "{id}" here: each needs its own id.',
  'check-at-unknown': 'The check points at "{name}", which does not exist here.',
  'internal-without-value':
    '"{name}" is internal, so it is never sent, but it is not computed: the server will not know it when it checks.',
  'changeable-without-identity':
    '"changeable": false is for fields that an identity service fills ("prefill": "identity.…").',
  'limit-without-date': '"{keyword}" limits dates: the field needs "format": "date".',
  'service-unknown': 'There is no service "{service}" for this in "services".',
  'service-field': 'The service "{service}" (kind {kind}) cannot serve "{name}": {detail}.',
  'lookup-field': 'The lookup "{service}" cannot serve "{name}": {detail}.',
  'lookup-unused': 'No field names the lookup "{service}" with "service": it would never be asked.',
  'lookup-optional-blocks':
    'Where the lookup "{service}" is not served, nobody could get past it: let it not be optional, or not block.',
  'fills-unknown': '"fills" names "{name}", but beside "{field}" no such field is asked.',
  'name-not-allowed':
    '"{name}" cannot be a name: take ASCII letters, digits and "_", and no word of the expression language.',
  'name-hides': 'The name "{name}" hides another one that is visible here: choose a different name.',
  'step-twice': 'There are two steps "{id}": each needs its own id.',
  'text-twice': 'There are two text blocks "{id}": each needs its own id.',
  'step-only-texts': 'The step "{id}" is no page: exits, summaries and task lists hold text, no fields.',
  'for-each-not-a-list': '"forEach" needs the pointer of a list of groups; {pointer} is none.',
  'pointer-unknown': 'There is no field {pointer}.',
  'pointer-needs-for-each': '{pointer} lies inside a list: the step needs "forEach": "{list}".',
  'pointer-outside-for-each': 'The step visits the entries of {list}; {pointer} does not lie there.',
  'placed-twice': 'The step names {pointer} twice.',
  'field-on-no-step': '{pointer} stands on no step, so nobody is asked: place it, or give it a "value" or a "prefill".',
  'handover-without-exit': 'Only an exit can hand over to a service.',
  'summary-twice': 'There are two summaries; "{id}" is one too many.',
  'summary-with-condition': 'The summary "{id}" cannot have a condition: it is everybody\'s last page.',
  'after-summary': '"{id}" stands after the summary, where only exits that hand over may stand.',
  'exit-for-everybody': 'The exit "{id}" has no condition: nobody could ever get past it.',
  'section-twice': 'There are two sections "{id}": each needs its own id.',
  'section-unknown': 'There is no section "{id}".',
  'section-missing': 'The form has sections: say to which the step "{id}" belongs.',
  'section-empty': 'No step belongs to the section "{id}".',
  'section-scattered': 'The steps of the section "{id}" do not stand together: "{step}" comes too late.',
  'section-circle': 'These sections wait for each other: {cycle}.',
  'tasks-without-sections': 'The form has no sections, so there is nothing to list: "{id}" is one step too many.',
  'tasks-not-first': 'The task list "{id}" is the first step of a form, without a condition, and there is one only.',
  cycle: 'These depend on each other in a circle: {cycle}.',
  'migration-order': 'Version {version} does not come before {to}: migrations lead from older versions to newer ones.',
  'migration-too-new': 'Version {to} is newer than this one, {version}: migrations lead up to this version.',
  'migration-twice': 'There are two migrations from {version}: the second would never be taken.',
  'migration-no-end': 'No migration goes on from {to}: leave "to" out, or add one from {to}.',
  'migration-place-unknown': 'This form has no {pointer} where an older answer could go{suggestion}.',
  'migration-place-computed': '{pointer} is computed: it takes no older answer.',
  'migration-place-group': '{pointer} is no single field: "{keyword}" gives one answer.',
  'migration-place-twice': 'Two answers would go to {pointer}: only one of them would be kept.',
  'migration-source-twice': 'The answer {pointer} is taken away twice: it can be moved, split or dropped once.',
  'migration-entries': '{from} and {to} must lie in equally many lists (*), so that each entry becomes one entry.',
  'migration-split-groups': 'The pattern has {groups} groups, but "into" names {places} places: they must be as many.',
  'migration-constant': '{value} is none of the options of {pointer}{suggestion}.',
  'migration-old-twice': '{pointer} is a {type} here and cannot have anything below it.',
  // engine: what can go wrong while a form runs
  'snapshot-invalid': 'This saved session cannot be read: {detail}.',
  'snapshot-other-form': 'This saved session belongs to {found}, not to {expected}.',
  'program-invalid': 'This is not a compiled form of a known format.',
  // check: what the checker's own rules find
  'keyword-unknown': '"{keyword}" is no keyword here{suggestion}.',
  'keyword-refused': '"{keyword}" does not belong to the form language here: {instead}.',
  'keyword-missing': '"{keyword}" is missing here.',
  'keyword-misplaced': '"{keyword}" does not belong here: {detail}.',
  'value-type': 'Here {expected} is needed, not {actual}.',
  'value-unknown': '{value} is not possible here{suggestion}: possible are {known}.',
  'value-written': '{value} is not written as it has to be: {expected}.',
  'value-size': '{what} must be {bound} {limit}.',
  'entry-twice': 'The entries {first} and {second} are equal: each may stand here once.',
  'name-invalid': '"{name}" cannot be a name here.',
  'file-too-deep': 'The file is nested too deeply: {limit} levels are the most.',
  'constant-not-trimmed':
    'No answer could ever equal {value}: constants are not empty, in Unicode NFC, and have no space around them.',
  'pattern-invalid': 'The pattern is not valid: {detail}.',
  'pattern-not-anchored': 'The pattern would match a part of the text: write it as ^(?:…)$.',
  'pattern-dangerous':
    'Some texts would keep this pattern busy for very long: let no two repetitions match the same characters.',
  'pattern-undecided': 'It cannot be decided whether some text would keep this pattern busy for long: make it simpler.',
  'title-missing': 'The field "{name}" has no title: people would not know what to enter.',
  'translation-missing': '"{key}" has no translation into {language}.',
  'translation-stale': 'The source of "{key}" has changed since it was translated: its hash is {hash} now.',
  'translation-unknown': 'There is no text "{key}" to translate{suggestion}.',
  'translation-interpolation': 'The translation of "{key}" does not interpolate the same expressions as its source.',
  'locale-of-form-language': 'The form itself is written in {language}: it needs no translation into it.',
  'review-open': 'Still open: {text}',
  'case-differs': 'Case "{name}": {what} is {actual}, but {expected} was expected.',
  // analysis: what can happen in a form, and what cannot
  'step-unreachable': 'Nobody ever comes to the step "{about}": {why}.',
  'dead-end': 'Whoever comes to the step "{about}" never gets to the end: {why}.',
  'page-cannot-be-left': 'The page "{about}" cannot be left: {why}.',
  'condition-always-true': 'The condition is true whatever is answered: it decides nothing.',
  'condition-always-false': 'The condition is true for no answers: {why}.',
  'constant-outside-options': '{constant} is no option of "{about}"{suggestion}: its options are {known}.',
  'field-never-shown': '"{about}" is asked of nobody: {why}.',
  'option-never-offered': 'The option {constant} of "{about}" is offered to nobody.',
  'check-never-fails': 'The check "{about}" fails for no answers: it checks nothing.',
  'check-always-fails': 'The check "{about}" passes for no answers.',
  'value-always-unknown': 'The value of "{about}" is unknown whatever is answered.',
  // advice: what a form works without, but serves people better with
  'label-long': 'The label has {length} characters: up to {limit} are read at a glance. Explain in the hint.',
  'label-punctuation': 'A label ends like a question or a name, not with "{end}".',
  'text-placeholder': '"{text}" stands here for something that was to be written later.',
  'question-missing': '"{title}" is answered with yes or no: make it a question.',
  'page-crowded': 'The page "{id}" asks {count} questions: more than {limit} are better spread over several pages.',
  'page-title-twice': 'The step "{other}" has the title "{title}" too: people could not tell the pages apart.',
  'pattern-hint-missing': '"{name}" has to be written in one particular way: give an example in its description.',
  'pattern-message-missing': 'Say under messages.pattern how "{name}" is written: nobody but you can.',
  'options-unordered':
    '"{title}" is not where people look for it: long lists of options follow the alphabet, or are parted by dividers.',
  'option-alone': '"{name}" offers one option only: that is no choice.',
  'radios-many':
    '{count} radio buttons stand on the page: for more than {limit}, a list that can be searched is shorter.',
  'text-unlimited': '"{name}" takes texts of any length: give it a maxLength.',
  'list-unlimited': '"{name}" takes any number of entries: give it a maxItems.',
  'entry-unnamed': 'Entries of "{name}" have no names of their own: give items a title such as "{{self.name}}".',
  'summary-missing': 'The form has no summary: say what it is for, how long it takes and what to have at hand.',
  'exit-without-text': 'The exit "{id}" does not say why people cannot go on, or where they can.',
  'sentence-long': 'A sentence here has {count} words: more than {limit} are hard to follow.',
  'text-hard': 'The text is hard to read: {measure} {value}, the limit is {limit}. Shorter words, shorter sentences.',
  'passive-often': '{count} of {of} sentences are in the passive: say who does what.',
  'nominal-style': 'A sentence here has {count} abstract nouns ({words}): verbs say it shorter.',
  abbreviation: '"{text}" is an abbreviation: write it out.',
  'word-long': '"{word}" has more than {limit} letters: split it, or say it in other words.',
  shouting: '"{text}" shouts: write it in normal letters, with a full stop.',
  officialese: '"{text}" is what offices write: say "{better}".',
  'link-vague': 'The link "{text}" does not say where it leads: name its target.',
  'link-bare': 'The address {text} is read out letter by letter: make it a link with a name.',
  'sensory-instruction': '"{text}" says nothing to people who do not see it: name the thing instead.',
  'label-twice': '"{title}" is the label of {other} on this page too: nobody who hears it can tell them apart.',
  'autocomplete-missing': 'Browsers know what belongs into "{name}": give it "autocomplete": "{token}".',
  'heading-skipped': 'A heading of level {to} follows one of level {from}: leave none out.',
  'table-without-head': 'A column of the table has no heading.',
  'sensitive-without-basis': '"{name}" is a sensitive matter: name the law that lets you ask, under about.legalBasis.',
  'purpose-missing': '"{name}" is optional: say in its description what it is used for.',
  'retention-missing':
    'Say under "retention" how long drafts (draftDays) and delivered submissions (deliveredDays) are kept.',
  'retention-long': '{keyword} is {days}: more than {limit} days need a reason.',
  'prefill-from-link': '"{name}" is personal and comes from the link: parameters of links stand in logs and histories.',
  'link-insecure': '{text} is not encrypted: link to the https address.',
  'file-unlimited': '"{name}" takes any file: set {missing}.',
  'file-active': '"{name}" accepts {type}: such files do something when they are opened.',
  'amount-without-payment': '"{name}" computes an amount, but the form has no payment service.',
  'payment-always': 'The payment "{name}" has no condition: when the amount is 0 nobody should be sent to pay.',
  'booking-without-office': 'The booking "{name}" names no office: give it a "receiver".',
  'service-unused': 'No field or exit uses the service "{name}" ({kind}).',
  'delivery-missing': 'The form has no service that receives submissions: they would lie on the server.',
  'identity-missing': '"{name}" is filled from a login, but the form has no identity service.',
  'list-outdated': 'There is version {newest} of the list {list}; this is version {version}.',
  'list-without-source': 'The list {list} does not say where it comes from ("source").',
  'case-missing': 'The form has no cases: write an example journey into the folder cases.',
  'case-without-today': 'The form depends on the day: give the case "{name}" a "today".',
  'case-expects-nothing': 'The case "{name}" expects nothing, so it always passes.',
  'step-without-case': 'No case reaches the step "{id}".',
  // validators: constraints that cannot become functions
  'constraint-unusable': 'A constraint cannot be used: {detail}.',
} as const satisfies Record<string, string>;

export type ErrorCode = keyof typeof errorTable;

/** Parameters of a message: what `{name}` in its sentence stands for. */
export type ErrorParams = Readonly<Record<string, string | number | boolean>>;

/** The sentence of a code with its parameters put in. */
export function errorMessage(code: ErrorCode, params: ErrorParams = {}): string {
  return errorTable[code].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** An error with a code from the table. `at` is a JSON Pointer or a file, where that helps. */
export class SchalterError extends Error {
  override readonly name = 'SchalterError';
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly at: string | undefined;

  constructor(code: ErrorCode, params: ErrorParams = {}, options: { at?: string; cause?: unknown } = {}) {
    super(errorMessage(code, params), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.params = params;
    this.at = options.at;
  }
}

/** Something wrong (or doubtful) in a form's files: data, never thrown. */
export interface DefinitionProblem {
  readonly code: ErrorCode;
  readonly severity: 'error' | 'warning';
  /** The file it stands in, relative to the form's folder (`form.json`, `locales/en.json`) or `block:<id>`, `list:<id>@<version>`. */
  readonly file: string;
  /** JSON Pointer into that file; '' is the whole of it. */
  readonly at: string;
  readonly params: ErrorParams;
  /** The table's sentence, parameters put in. */
  readonly message: string;
}
