#pragma once
#include <libxml/xmlversion.h>
// Foundation brings its own ICU; a second one by way of libxml2's headers would define the same
// types again. Only the last two fields of a struct that we never make are left out by this.
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>
