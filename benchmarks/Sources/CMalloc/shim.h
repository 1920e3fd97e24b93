// malloc_trim is not in the Glibc module.
#include <malloc.h>
