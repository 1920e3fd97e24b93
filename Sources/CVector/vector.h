// What Swift cannot say yet. The sign bits of all bytes of a vector as a number, which is one instruction on most
// machines: Clang's vectors of bool say it without naming a machine. And that memory is wanted soon.
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

/// Asks the processor to fetch what lies at `address`; has no other effect.
static inline __attribute__((always_inline)) void cvector_prefetch(const void *address) {
  __builtin_prefetch(address);
}

#endif
