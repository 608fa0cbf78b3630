/**
 * The safetensors format: an unsigned 64-bit little-endian header length, a JSON header padded with
 * spaces, and raw little-endian tensors without holes or overlap. Knows nothing of anime.
 */
package osusume.tensor;
