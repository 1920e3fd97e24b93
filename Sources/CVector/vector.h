// The one thing about vectors that Swift cannot say yet: the sign bits of all bytes as a number, which is
// one instruction on most machines. Clang's vectors of bool say it without naming a machine.
#ifndef CVECTOR_H
#define CVECTOR_H

#include <stdint.h>
#include <string.h>

typedef int8_t cvector_bytes __attribute__((ext_vector_type(16)));
typedef _Bool cvector_lanes __attribute__((ext_vector_type(16)));

/// The highest bit of each of 16 bytes, the first byte's lowest.
static inline __attribute__((always_inline)) uint32_t cvector_signs(cvector_bytes bytes) {
  cvector_lanes lanes = __builtin_convertvector(bytes < 0, cvector_lanes);
  uint16_t bits;
  memcpy(&bits, &lanes, sizeof bits);
  return bits;
}

#endif
