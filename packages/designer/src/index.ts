// The authoring element; register it as `schalter-designer`

export { ApiError, type CheckResult, designerApi, type FormEntry, type WorkingCopy } from './api.ts';
export { SchalterDesigner } from './designer.ts';
