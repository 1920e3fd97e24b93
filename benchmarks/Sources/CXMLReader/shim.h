#pragma once
#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose headers contradict those inside Swift's Foundation. Without
// them only xmlCharEncodingHandler lacks its last members, and nothing here touches that struct.
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>
