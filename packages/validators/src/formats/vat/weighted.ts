/**
 * The sum of a row's digits, each times the weight at its place.
 * @param digits digits, as many as weights or more
 */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0);
}
