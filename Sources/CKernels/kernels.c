#include "kernels.h"

#include <string.h>

enum { BLOCK = 64 };

static inline __attribute__((always_inline)) size_t filter_masks(
    const uint64_t *masks, size_t count, uint64_t mask, int edits, uint32_t *found) {
  size_t number = 0;
  for (size_t start = 0; start < count; start += BLOCK) {
    uint8_t fits[BLOCK];
    size_t length = count - start < BLOCK ? count - start : BLOCK;
    if (length < BLOCK) memset(fits, 0, sizeof fits);
    for (size_t index = 0; index < length; index++) {
      uint64_t other = masks[start + index];
      int missing = __builtin_popcountll(mask & ~other);
      int surplus = __builtin_popcountll(other & ~mask);
      fits[index] = (missing <= edits) & (surplus <= edits);
    }
    // Few fit: eight are passed over at a time.
    for (size_t index = 0; index < BLOCK; index += 8) {
      uint64_t eight;
      memcpy(&eight, fits + index, sizeof eight);
      while (eight != 0) {
        found[number++] = (uint32_t)(start + index + (size_t)(__builtin_ctzll(eight) >> 3));
        eight &= eight - 1;
      }
    }
  }
  return number;
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx512f,avx512vpopcntdq,popcnt")))
static size_t filter_masks_avx512(
    const uint64_t *masks, size_t count, uint64_t mask, int edits, uint32_t *found) {
  const __m512i own = _mm512_set1_epi64((long long)mask);
  const __m512i lanes = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const __m512i most = _mm512_set1_epi64(edits);
  size_t number = 0;
  size_t start = 0;
  for (; start + 16 <= count; start += 16) {
    uint32_t fits = 0;
    for (int half = 0; half < 2; half++) {
      __m512i others = _mm512_loadu_si512(masks + start + 8 * half);
      __m512i missing = _mm512_popcnt_epi64(_mm512_andnot_si512(others, own));
      __m512i surplus = _mm512_popcnt_epi64(_mm512_andnot_si512(own, others));
      __m512i worse = _mm512_max_epi64(missing, surplus);
      fits |= (uint32_t)_mm512_cmple_epi64_mask(worse, most) << 8 * half;
    }
    // Without a branch, since which fit cannot be foretold; what is behind `number` is written over.
    __m512i places = _mm512_add_epi32(lanes, _mm512_set1_epi32((int)start));
    _mm512_storeu_si512(found + number, _mm512_maskz_compress_epi32((__mmask16)fits, places));
    number += (size_t)__builtin_popcount(fits);
  }
  size_t rest = filter_masks(masks + start, count - start, mask, edits, found + number);
  for (size_t index = 0; index < rest; index++) found[number + index] += (uint32_t)start;
  return number + rest;
}

__attribute__((target("avx2,popcnt")))
static size_t filter_masks_avx2(
    const uint64_t *masks, size_t count, uint64_t mask, int edits, uint32_t *found) {
  return filter_masks(masks, count, mask, edits, found);
}
#endif

size_t ckernels_filter_masks(
    const uint64_t *masks, size_t count, uint64_t mask, int edits, uint32_t *found) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vpopcntdq")) {
    return filter_masks_avx512(masks, count, mask, edits, found);
  }
  if (__builtin_cpu_supports("avx2")) return filter_masks_avx2(masks, count, mask, edits, found);
#endif
  return filter_masks(masks, count, mask, edits, found);
}

// A column of the distance matrix in one word (Hyyro 2003), as in Similarity's EditPattern.
size_t ckernels_filter_edits_plain(
    const uint32_t *places, int count, const uint8_t *letters, int length, int edits, uint32_t *found,
    size_t number) {
  const uint32_t last = (uint32_t)1 << (count - 1);
  size_t kept = 0;
  for (size_t index = 0; index < number; index++) {
    const uint8_t *token = letters + (size_t)found[index] * (size_t)length;
    uint32_t plus = ~(uint32_t)0, minus = 0, diagonal = 0, before = 0;
    int distance = count;
    for (int place = 0; place < length; place++) {
      uint32_t same = places[token[place] & 31];
      uint32_t exchanged = ((~diagonal & same) << 1) & before;
      diagonal = (((same & plus) + plus) ^ plus) | same | minus | exchanged;
      uint32_t row_plus = minus | ~(diagonal | plus);
      uint32_t row_minus = diagonal & plus;
      distance += (row_plus & last) != 0;
      distance -= (row_minus & last) != 0;
      row_plus = row_plus << 1 | 1;
      plus = row_minus << 1 | ~(diagonal | row_plus);
      minus = row_plus & diagonal;
      before = same;
    }
    found[kept] = found[index];
    kept += distance <= edits;
  }
  return kept;
}

#if defined(__x86_64__)
// The same for sixteen tokens at once.
__attribute__((target("avx512f,popcnt")))
static size_t filter_edits_avx512(
    const uint32_t *places, int count, const uint8_t *letters, int length, int edits, uint32_t *found,
    size_t number) {
  const __m512i low = _mm512_loadu_si512(places);
  const __m512i high = _mm512_loadu_si512(places + 16);
  const __m512i last = _mm512_set1_epi32((int)((uint32_t)1 << (count - 1)));
  const __m512i one = _mm512_set1_epi32(1);
  const __m512i ones = _mm512_set1_epi32(-1);
  const __m512i letter_bits = _mm512_set1_epi32(31);
  size_t kept = 0;
  for (size_t start = 0; start < number; start += 16) {
    __mmask16 lanes = number - start < 16 ? (__mmask16)((1u << (number - start)) - 1) : 0xFFFF;
    __m512i tokens = _mm512_maskz_loadu_epi32(lanes, found + start);
    __m512i offsets = _mm512_mullo_epi32(tokens, _mm512_set1_epi32(length));
    __m512i plus = ones, minus = _mm512_setzero_si512();
    __m512i diagonal = minus, before = minus, four = minus;
    __m512i distance = _mm512_set1_epi32(count);
    for (int place = 0; place < length; place++) {
      if ((place & 3) == 0) {
        four = _mm512_mask_i32gather_epi32(
            four, lanes, _mm512_add_epi32(offsets, _mm512_set1_epi32(place)), letters, 1);
      }
      __m512i same = _mm512_permutex2var_epi32(low, _mm512_and_si512(four, letter_bits), high);
      four = _mm512_srli_epi32(four, 8);
      __m512i exchanged =
          _mm512_and_si512(_mm512_slli_epi32(_mm512_andnot_si512(diagonal, same), 1), before);
      __m512i carried = _mm512_add_epi32(_mm512_and_si512(same, plus), plus);
      diagonal = _mm512_or_si512(
          _mm512_or_si512(_mm512_xor_si512(carried, plus), same), _mm512_or_si512(minus, exchanged));
      __m512i row_plus =
          _mm512_or_si512(minus, _mm512_xor_si512(_mm512_or_si512(diagonal, plus), ones));
      __m512i row_minus = _mm512_and_si512(diagonal, plus);
      distance =
          _mm512_mask_add_epi32(distance, _mm512_test_epi32_mask(row_plus, last), distance, one);
      distance =
          _mm512_mask_sub_epi32(distance, _mm512_test_epi32_mask(row_minus, last), distance, one);
      row_plus = _mm512_or_si512(_mm512_slli_epi32(row_plus, 1), one);
      plus = _mm512_or_si512(
          _mm512_slli_epi32(row_minus, 1),
          _mm512_xor_si512(_mm512_or_si512(diagonal, row_plus), ones));
      minus = _mm512_and_si512(row_plus, diagonal);
      before = same;
    }
    __mmask16 fits = _mm512_mask_cmple_epi32_mask(lanes, distance, _mm512_set1_epi32(edits));
    unsigned more = (unsigned)__builtin_popcount(fits);
    _mm512_mask_storeu_epi32(
        found + kept, (__mmask16)((1u << more) - 1), _mm512_maskz_compress_epi32(fits, tokens));
    kept += more;
  }
  return kept;
}
#endif

size_t ckernels_filter_edits(
    const uint32_t *places, int count, const uint8_t *letters, int length, int edits, uint32_t *found,
    size_t number) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) {
    return filter_edits_avx512(places, count, letters, length, edits, found, number);
  }
#endif
  return ckernels_filter_edits_plain(places, count, letters, length, edits, found, number);
}

size_t ckernels_filter_masks_plain(
    const uint64_t *masks, size_t count, uint64_t mask, int edits, uint32_t *found) {
  return filter_masks(masks, count, mask, edits, found);
}
