// Innermost loops. Those that pay for instructions beyond the x86-64 baseline are compiled once per instruction set,
// and the right one is chosen when the program starts; tests compare all with plain twins.
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

/// Values of listed tokens are kept in one word for each of some slots, where several tokens may fall together. A
/// slot has a number of 13 bits, and lists of tokens name four of them in 64 bits, 16 apart; slot 0 is for none.
enum {
  CKERNELS_SLOTS = 1 << 13,
  CKERNELS_TOKEN_SLOTS = 1 << 12,
  CKERNELS_FIRST_TOKEN_SLOT = 2
};

static inline uint32_t ckernels_slot(uint32_t token) {
  return CKERNELS_FIRST_TOKEN_SLOT + (token & (CKERNELS_TOKEN_SLOTS - 1));
}

/// What a sum of words is asked for. A word has three numbers: one from bit 40 on, one from bit 20 on, one below. The
/// first must reach `heavy`, and then either the last `heavy_low`, or the two `good` and `good_low`, or the first
/// `equal`. `heavy`, `good` and `equal` are words themselves of which the lower 40 bits are 0.
typedef struct {
  uint64_t heavy, good, equal, heavy_low, good_low;
} ckernels_sum_limits;

/// Of the postings of `count` tokens, `starts[token]` up to `starts[token + 1]`, writes those of which the words of the
/// token's slot and of the four `others[posting]` add up to enough. `words` has CKERNELS_SLOTS.
/// Returns their number; there is room for all.
size_t ckernels_select_postings(
    const uint64_t *words, const uint32_t *tokens, size_t count, const uint32_t *starts, const uint64_t *others,
    const ckernels_sum_limits *limits, uint32_t *found);

/// Of `count` numbers writes those of which the words of the eight slots in `slots[2 n]` and `slots[2 n + 1]` add up to
/// enough: 256 times the first number and `factor` times the second reach `least`.
/// Returns how many; there is room for all.
size_t ckernels_select_numbers(
    const uint64_t *words, const uint32_t *numbers, size_t count, const uint64_t *slots, int64_t factor,
    int64_t least, uint32_t *found);

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
