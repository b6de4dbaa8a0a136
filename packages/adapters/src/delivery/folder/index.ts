import type { Adapter } from '../../adapter.ts';
import { checkOptions } from '../../options.ts';
import type { DeliveryPort } from '../port.ts';
import { folderDelivery } from './folder.ts';
import { type FolderOptions, options } from './options.ts';

export { type FolderOptions, folderDelivery, options };

/** The folder's entry in the registry. */
export const adapter: Adapter<DeliveryPort> = {
  name: 'delivery/folder',
  title: 'Delivery into a folder',
  options,
  create: (given) => folderDelivery(checkOptions<FolderOptions>('delivery/folder', options, given)),
};
