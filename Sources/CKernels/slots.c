#include "kernels.h"

// Lists of postings lie anywhere in memory: each is asked for while those before it are read.
enum { AHEAD = 6, MASK = CKERNELS_SLOTS - 1, LOW = (1 << 20) - 1 };

static inline uint64_t sum(const uint64_t *words, uint64_t slots) {
  return words[slots & MASK] + words[slots >> 16 & MASK] + words[slots >> 32 & MASK] + words[slots >> 48 & MASK];
}

size_t ckernels_select_postings(
    const uint64_t *words, const uint32_t *tokens, size_t count, const uint32_t *starts, const uint64_t *others,
    const ckernels_sum_limits *limits, uint32_t *found) {
  const ckernels_sum_limits least = *limits;
  size_t number = 0;
  for (size_t place = 0; place < count && place < AHEAD; place++) {
    __builtin_prefetch(others + starts[tokens[place]]);
  }
  for (size_t place = 0; place < count; place++) {
    if (place + AHEAD < count) __builtin_prefetch(others + starts[tokens[place + AHEAD]]);
    const uint32_t token = tokens[place], end = starts[token + 1];
    const uint64_t own = words[ckernels_slot(token)];
    for (uint32_t posting = starts[token]; posting < end; posting++) {
      const uint64_t all = own + sum(words, others[posting]);
      if (__builtin_expect(all < least.heavy, 1)) continue;
      const uint64_t low = all & LOW;
      const int is_good = (all >= least.good) & (low >= least.good_low);
      found[number] = posting;
      number += (low >= least.heavy_low) | is_good | (all >= least.equal);
    }
  }
  return number;
}

size_t ckernels_select_numbers(
    const uint64_t *words, const uint32_t *numbers, size_t count, const uint64_t *slots, int64_t factor,
    int64_t least, uint32_t *found) {
  size_t selected = 0;
  for (size_t place = 0; place < count; place++) {
    const uint64_t *own = slots + 2 * (size_t)numbers[place];
    const uint64_t all = sum(words, own[0]) + sum(words, own[1]);
    found[selected] = numbers[place];
    selected += (int64_t)(all >> 40 << 8) + factor * (int64_t)(all >> 20 & LOW) >= least;
  }
  return selected;
}
