// Loops that pay for instructions beyond the x86-64 baseline: compiled once per instruction set, the right
// one is chosen when the program starts. Their plain twins are in Similarity, and tests compare them.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// Writes the positions of those of `count` letter masks that may lie within `edits` edits of `mask`: at
/// most so many bits of either are missing from the other. `found` has room for `count` positions.
/// Returns their number; they ascend.
size_t ckernels_filter_masks(const uint64_t *masks, size_t count, uint64_t mask, int edits, uint32_t *found);

/// Of the `number` tokens in `found` keeps those that are at most `edits` edits (insertions, deletions,
/// substitutions, exchanges of neighbours; optimal string alignment) from a pattern. Returns how many.
///
/// `places` has for each letter, by its lowest five bits, the places where the pattern has it; `count` is the
/// pattern's length, 1 to 32. `letters` has the letters of one token behind the other, `length` (at least 1)
/// for each; three more bytes behind the last may be read.
size_t ckernels_filter_edits(
    const uint32_t *places, int count, const uint8_t *letters, int length, int edits, uint32_t *found,
    size_t number);

/// What edits cost, for letters counted from A.
typedef struct {
  /// 26 x 26: replacing a letter by another.
  const uint8_t *substitution;
  /// 26 each: dropping or adding a letter that begins a token, or that stands behind another one.
  const uint8_t *first, *later;
  /// Dropping or adding the letter that stands before it, and exchanging neighbours.
  uint8_t doubled, transposition;
} ckernels_edit_costs;

/// The least cost of the edits (optimal string alignment) between `own`, `count` letters A-Z, and each of `number`
/// tokens, named by their places in `letters`, which has `length` letters for each; 1 to 32 letters all.
void ckernels_distances(
    const ckernels_edit_costs *costs, const uint8_t *own, int count, const uint8_t *letters, int length,
    const uint32_t *tokens, size_t number, uint16_t *distances);

/// The same without instructions beyond the baseline.
size_t ckernels_filter_masks_plain(
    const uint64_t *masks, size_t count, uint64_t mask, int edits, uint32_t *found);
size_t ckernels_filter_edits_plain(
    const uint32_t *places, int count, const uint8_t *letters, int length, int edits, uint32_t *found,
    size_t number);
void ckernels_distances_plain(
    const ckernels_edit_costs *costs, const uint8_t *own, int count, const uint8_t *letters, int length,
    const uint32_t *tokens, size_t number, uint16_t *distances);

#endif
