// The authoring element; register it as `schalter-designer` beside `schalter-form`

export { ApiError, type CheckResult, designerApi, type FormEntry, type WorkingCopy } from './api.ts';
export { SchalterDesigner } from './designer.ts';
