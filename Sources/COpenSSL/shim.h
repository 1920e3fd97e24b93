#pragma once
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/cms.h>

// Macros of OpenSSL, which Swift does not see.
static inline STACK_OF(X509) * copenssl_certificates_new(void) { return sk_X509_new_null(); }
static inline int copenssl_certificates_push(STACK_OF(X509) * certificates, X509 *certificate) {
  return sk_X509_push(certificates, certificate);
}
static inline CMS_ContentInfo *copenssl_read_cms_pem(BIO *source) {
  return (CMS_ContentInfo *)PEM_ASN1_read_bio((d2i_of_void *)d2i_CMS_ContentInfo, PEM_STRING_CMS, source,
                                              NULL, NULL, NULL);
}
static inline void copenssl_certificates_free(STACK_OF(X509) * certificates) {
  sk_X509_pop_free(certificates, X509_free);
}
