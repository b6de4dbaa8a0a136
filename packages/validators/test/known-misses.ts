/**
 * Tests of the official suite (2020-12) that plain AJV 8 misses, and so do we: file, then the groups. Forms hardly
 * come across them, since their schemas are plain: no references by address, no dynamic scope.
 */
export const missedByAjv: Readonly<Record<string, readonly string[]>> = {
  'dynamicRef.json': [
    'A $dynamicRef to a $dynamicAnchor in the same schema resource behaves like a normal $ref to an $anchor',
    'A $dynamicRef to an $anchor in the same schema resource behaves like a normal $ref to an $anchor',
    'A $dynamicRef resolves to the first $dynamicAnchor still in scope that is encountered when the schema is evaluated',
    'A $dynamicRef without anchor in fragment behaves identical to $ref',
    "A $dynamicRef with intermediate scopes that don't include a matching $dynamicAnchor does not affect dynamic scope resolution",
    'An $anchor with the same name as a $dynamicAnchor is not used for dynamic scope resolution',
    'A $dynamicRef without a matching $dynamicAnchor in the same schema resource behaves like a normal $ref to $anchor',
    'A $dynamicRef with a non-matching $dynamicAnchor in the same schema resource behaves like a normal $ref to $anchor',
    'A $dynamicRef that initially resolves to a schema with a matching $dynamicAnchor resolves to the first $dynamicAnchor in the dynamic scope',
    'A $dynamicRef that initially resolves to a schema without a matching $dynamicAnchor behaves like a normal $ref to $anchor',
    'after leaving a dynamic scope, it is not used by a $dynamicRef',
    'tests for implementation dynamic anchor and reference link',
    '$ref and $dynamicAnchor are independent of order - $defs first',
    '$ref and $dynamicAnchor are independent of order - $ref first',
  ],
  'properties.json': ['properties whose names are Javascript object property names'],
  'ref.json': [
    'refs with relative uris and defs',
    'relative refs with absolute uris and defs',
    'URN ref with nested pointer ref',
  ],
  'required.json': ['required properties whose names are Javascript object property names'],
  'unevaluatedItems.json': [
    'unevaluatedItems with nested items',
    'unevaluatedItems depends on adjacent contains',
    'unevaluatedItems depends on multiple nested contains',
    'unevaluatedItems and contains interact to control item dependency relationship',
  ],
  'unevaluatedProperties.json': ['unevaluatedProperties with if/then/else, then not defined'],
  'unknownKeyword.json': ['$id inside an unknown keyword is not a real identifier'],
  'vocabulary.json': ['schema that uses custom metaschema with with no validation vocabulary'],
  'optional/cross-draft.json': ['refs to historic drafts are processed as historic drafts'],
  'optional/ecmascript-regex.json': ['\\a is not an ECMA 262 control escape'],
  'optional/format-assertion.json': [
    'schema that uses custom metaschema with format-assertion: false',
    'schema that uses custom metaschema with format-assertion: true',
  ],
};

/** Tests that plain AJV misses and we pass: multiples are exact. */
export const betterThanAjv: Readonly<Record<string, readonly string[]>> = {
  'optional/float-overflow.json': ['all integers are multiples of 0.5, if overflow is handled'],
};

/** Format → tests that AJV with ajv-formats passes and we do not, with the reason. */
export const formatsOnPurpose: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  time: {
    'no time offset': 'fields of pages give times without offset',
    'no time offset with second fraction': 'fields of pages give times without offset',
  },
};
