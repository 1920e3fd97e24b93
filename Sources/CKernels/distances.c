#include "kernels.h"

enum { LETTERS_MAX = 32 };

/// What it costs to drop or add the letter in a place.
static int indel(const ckernels_edit_costs *costs, const uint8_t *token, int place) {
  if (place == 0) return costs->first[token[0] - 'A'];
  return token[place] == token[place - 1] ? costs->doubled : costs->later[token[place] - 'A'];
}

// Three rows of the matrix of distances between beginnings of the two tokens.
static uint16_t distance(
    const ckernels_edit_costs *costs, const uint8_t *own, int count, const uint8_t *token, int length) {
  int rows[3][LETTERS_MAX + 1], adds[LETTERS_MAX];
  int *before_that = rows[0], *before = rows[1], *row = rows[2];
  before[0] = 0;
  for (int j = 0; j < length; j++) {
    adds[j] = indel(costs, token, j);
    before[j + 1] = before[j] + adds[j];
  }
  for (int i = 0; i < count; i++) {
    const uint8_t *substitution = costs->substitution + (own[i] - 'A') * 26;
    int drop = indel(costs, own, i);
    row[0] = before[0] + drop;
    for (int j = 0; j < length; j++) {
      int best = before[j] + substitution[token[j] - 'A'];
      if (before[j + 1] + drop < best) best = before[j + 1] + drop;
      if (row[j] + adds[j] < best) best = row[j] + adds[j];
      if (i > 0 && j > 0 && own[i] == token[j - 1] && own[i - 1] == token[j] && own[i] != token[j] &&
          before_that[j - 1] + costs->transposition < best) {
        best = before_that[j - 1] + costs->transposition;
      }
      row[j + 1] = best;
    }
    int *free_row = before_that;
    before_that = before;
    before = row;
    row = free_row;
  }
  return (uint16_t)before[length];
}

void ckernels_distances_plain(
    const ckernels_edit_costs *costs, const uint8_t *own, int count, const uint8_t *letters, int length,
    const uint32_t *tokens, size_t number, uint16_t *distances) {
  for (size_t index = 0; index < number; index++) {
    distances[index] =
        distance(costs, own, count, letters + (size_t)tokens[index] * (size_t)length, length);
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx512f,avx512bw")))
static __m512i table(const uint8_t *costs) {
  uint16_t wide[32] = {0};
  for (int letter = 0; letter < 26; letter++) wide[letter] = costs[letter];
  return _mm512_loadu_si512(wide);
}

// The same for 32 tokens at once, of which each lane has one.
__attribute__((target("avx512f,avx512bw")))
static void distances_avx512(
    const ckernels_edit_costs *costs, const uint8_t *own, int count, const uint8_t *letters, int length,
    const uint32_t *tokens, size_t number, uint16_t *distances) {
  __m512i substitutions[LETTERS_MAX];
  for (int i = 0; i < count; i++) substitutions[i] = table(costs->substitution + (own[i] - 'A') * 26);
  const __m512i first = table(costs->first), later = table(costs->later);
  const __m512i doubled = _mm512_set1_epi16(costs->doubled);
  const __m512i transposition = _mm512_set1_epi16(costs->transposition);
  for (size_t start = 0; start < number; start += 32) {
    size_t lanes = number - start < 32 ? number - start : 32;
    uint16_t columns[LETTERS_MAX][32];
    for (int j = 0; j < length; j++) _mm512_storeu_si512(columns[j], _mm512_setzero_si512());
    for (size_t lane = 0; lane < lanes; lane++) {
      const uint8_t *token = letters + (size_t)tokens[start + lane] * (size_t)length;
      for (int j = 0; j < length; j++) columns[j][lane] = (uint16_t)(token[j] - 'A');
    }
    __m512i rows[3][LETTERS_MAX + 1], adds[LETTERS_MAX], token[LETTERS_MAX];
    __m512i *before_that = rows[0], *before = rows[1], *row = rows[2];
    before[0] = _mm512_setzero_si512();
    for (int j = 0; j < length; j++) {
      token[j] = _mm512_loadu_si512(columns[j]);
      if (j == 0) {
        adds[j] = _mm512_permutexvar_epi16(token[j], first);
      } else {
        __mmask32 same = _mm512_cmpeq_epi16_mask(token[j], token[j - 1]);
        adds[j] = _mm512_mask_mov_epi16(_mm512_permutexvar_epi16(token[j], later), same, doubled);
      }
      before[j + 1] = _mm512_add_epi16(before[j], adds[j]);
    }
    for (int i = 0; i < count; i++) {
      const __m512i drop = _mm512_set1_epi16((short)indel(costs, own, i));
      const __m512i letter = _mm512_set1_epi16((short)(own[i] - 'A'));
      const __m512i previous = _mm512_set1_epi16((short)(own[i > 0 ? i - 1 : 0] - 'A'));
      row[0] = _mm512_add_epi16(before[0], drop);
      for (int j = 0; j < length; j++) {
        __m512i cost = _mm512_permutexvar_epi16(token[j], substitutions[i]);
        __m512i best = _mm512_add_epi16(before[j], cost);
        best = _mm512_min_epu16(best, _mm512_add_epi16(before[j + 1], drop));
        best = _mm512_min_epu16(best, _mm512_add_epi16(row[j], adds[j]));
        if (i > 0 && j > 0) {
          __mmask32 exchanged = _mm512_cmpeq_epi16_mask(token[j - 1], letter) &
                                _mm512_cmpeq_epi16_mask(token[j], previous) &
                                _mm512_cmpneq_epi16_mask(token[j], letter);
          best = _mm512_mask_min_epu16(
              best, exchanged, best, _mm512_add_epi16(before_that[j - 1], transposition));
        }
        row[j + 1] = best;
      }
      __m512i *free_row = before_that;
      before_that = before;
      before = row;
      row = free_row;
    }
    __mmask32 live = lanes < 32 ? ((__mmask32)1 << lanes) - 1 : 0xFFFFFFFF;
    _mm512_mask_storeu_epi16(distances + start, live, before[length]);
  }
}
#endif

void ckernels_distances(
    const ckernels_edit_costs *costs, const uint8_t *own, int count, const uint8_t *letters, int length,
    const uint32_t *tokens, size_t number, uint16_t *distances) {
#if defined(__x86_64__)
  // A few are done sooner one by one.
  if (number > 3 && __builtin_cpu_supports("avx512bw")) {
    distances_avx512(costs, own, count, letters, length, tokens, number, distances);
    return;
  }
#endif
  ckernels_distances_plain(costs, own, count, letters, length, tokens, number, distances);
}
