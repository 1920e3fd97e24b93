internal import COpenSSL
internal import Glibc

/// Checks detached signatures of files (CMS, RFC 5652) by OpenSSL.
///
/// Whoever may sign is named by certificate, not by an authority: the signature must be of one of the given
/// certificates, within its validity. No network, no trust store of the machine.
public enum DetachedSignature {
  /// Why the signature does not hold.
  public enum Problem: Error, Equatable, Sendable {
    /// The file with this role and path cannot be read, or is not of its kind.
    case unreadable(path: String, reason: String)
    /// It is no signature of these bytes by one of the certificates.
    case refused
    /// It is made with a digest of which two files can be made (SHA-1, MD5).
    case weak
    /// The certificate is not valid yet, or not any more.
    case expired
  }

  /// Signatures and certificates are small.
  private static let maximumBytes = 1 << 20

  /// Checks the signature of a file's own bytes, packed or not.
  /// - Parameters:
  ///   - content: the signed file.
  ///   - signature: CMS in DER or PEM, without the content.
  ///   - signers: certificates in PEM, one file with one or more of them.
  ///   - seconds: the time at which the certificate must be valid, since 1970-01-01T00:00:00Z.
  /// - Throws: ``Problem``.
  public static func check(
    content: String, signature: String, signers: String, at seconds: Int
  ) throws(Problem) {
    // Sound throughout: every object is made here, checked for nil, used only within this call and freed
    // exactly once; OpenSSL copies or only reads what it is given.
    let message = unsafe try message(signature)
    defer { unsafe CMS_ContentInfo_free(message) }
    guard unsafe copenssl_digests_are_strong(message) == 1 else { throw .weak }
    let certificates = unsafe try certificates(signers)
    defer { unsafe copenssl_certificates_free(certificates) }
    guard let data = unsafe BIO_new_file(content, "rb") else {
      throw .unreadable(path: content, reason: "cannot be opened")
    }
    defer { unsafe BIO_free_all(data) }
    let flags =
      UInt32(CMS_BINARY) | UInt32(CMS_DETACHED) | UInt32(CMS_NOINTERN)
      | UInt32(CMS_NO_SIGNER_CERT_VERIFY)
    let isSound = unsafe CMS_verify(message, certificates, nil, data, nil, flags) == 1
    ERR_clear_error()
    guard isSound else { throw .refused }
    try unsafe checkValidity(message, certificates, at: seconds)
  }

  private static func message(_ path: String) throws(Problem) -> OpaquePointer {
    let bytes = try read(path)
    let buffer = unsafe memory(bytes)
    defer { unsafe BIO_free_all(buffer) }
    let isPEM = bytes.starts(with: "-----BEGIN".utf8)
    let read = unsafe isPEM ? copenssl_read_cms_pem(buffer) : d2i_CMS_bio(buffer, nil)
    ERR_clear_error()
    guard let message = unsafe read else {
      throw .unreadable(path: path, reason: "is no CMS signature (DER or PEM)")
    }
    return unsafe message
  }

  private static func certificates(_ path: String) throws(Problem) -> OpaquePointer {
    let buffer = unsafe memory(try read(path))
    defer { unsafe BIO_free_all(buffer) }
    guard let certificates = unsafe copenssl_certificates_new() else { fatalError("out of memory") }
    var count = 0
    while let certificate = unsafe PEM_read_bio_X509(buffer, nil, nil, nil) {
      unsafe _ = copenssl_certificates_push(certificates, certificate)
      count += 1
    }
    ERR_clear_error()
    guard count > 0 else {
      unsafe copenssl_certificates_free(certificates)
      throw .unreadable(path: path, reason: "holds no certificate (PEM)")
    }
    return unsafe certificates
  }

  /// At least one signer must be valid at the time; OpenSSL has not looked at that.
  private static func checkValidity(
    _ message: OpaquePointer, _ certificates: OpaquePointer, at seconds: Int
  ) throws(Problem) {
    guard let signers = unsafe CMS_get0_signers(message) else { throw .refused }
    // The list is ours, the certificates in it are not.
    defer { unsafe OPENSSL_sk_free(signers) }
    var moment = time_t(seconds)
    let count = unsafe OPENSSL_sk_num(signers)
    for index in 0..<count {
      guard let value = unsafe OPENSSL_sk_value(signers, index) else { continue }
      let certificate = OpaquePointer(value)
      let begins = unsafe X509_cmp_time(X509_get0_notBefore(certificate), &moment)
      let ends = unsafe X509_cmp_time(X509_get0_notAfter(certificate), &moment)
      if begins < 0, ends > 0 { return }
    }
    throw .expired
  }

  private static func read(_ path: String) throws(Problem) -> [UInt8] {
    do { return try readWholeFile(path, maximumBytes: maximumBytes) } catch {
      throw .unreadable(path: path, reason: "cannot be read")
    }
  }

  /// A stream over a copy of the bytes.
  private static func memory(_ bytes: [UInt8]) -> OpaquePointer {
    guard let buffer = unsafe BIO_new(BIO_s_mem()) else { fatalError("out of memory") }
    unsafe _ = BIO_write(buffer, bytes, Int32(clamping: bytes.count))
    return unsafe buffer
  }
}
