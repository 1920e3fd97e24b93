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
// Whether every signer's digest, and that within the kind of signature, is of SHA-2 or SHA-3.
static inline int copenssl_is_strong(int digest) {
  switch (digest) {
  case NID_sha224: case NID_sha256: case NID_sha384: case NID_sha512: case NID_sha512_256:
  case NID_sha3_224: case NID_sha3_256: case NID_sha3_384: case NID_sha3_512: return 1;
  default: return 0;
  }
}
static inline int copenssl_digests_are_strong(CMS_ContentInfo *message) {
  STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(message);
  for (int index = 0; index < sk_CMS_SignerInfo_num(signers); index++) {
    X509_ALGOR *digest = NULL, *signature = NULL;
    const ASN1_OBJECT *object = NULL;
    int within = NID_undef;
    CMS_SignerInfo_get0_algs(sk_CMS_SignerInfo_value(signers, index), NULL, NULL, &digest, &signature);
    X509_ALGOR_get0(&object, NULL, NULL, digest);
    if (!copenssl_is_strong(OBJ_obj2nid(object))) return 0;
    X509_ALGOR_get0(&object, NULL, NULL, signature);
    if (OBJ_find_sigid_algs(OBJ_obj2nid(object), &within, NULL) && within != NID_undef && !copenssl_is_strong(within))
      return 0;
  }
  return 1;
}
static inline void copenssl_certificates_free(STACK_OF(X509) * certificates) {
  sk_X509_pop_free(certificates, X509_free);
}
