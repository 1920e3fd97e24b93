internal import COpenSSL

/// Incremental SHA-256 (FIPS 180-4) by OpenSSL's libcrypto.
@safe public struct SHA256: ~Copyable {
  private let context: OpaquePointer

  public init() {
    // Sound: the context is created here, used only through this value and freed in deinit.
    guard let made = unsafe EVP_MD_CTX_new() else { fatalError("out of memory") }
    unsafe context = made
    unsafe precondition(EVP_DigestInit_ex(made, EVP_sha256(), nil) == 1, "libcrypto has no SHA-256")
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  public func update(_ bytes: Span<UInt8>) {
    // Sound: libcrypto only reads the borrowed bytes.
    unsafe bytes.withUnsafeBytes { pointer in
      _ = unsafe EVP_DigestUpdate(context, pointer.baseAddress, pointer.count)
    }
  }

  /// Ends the digest and starts a new one. Lower case hex, 64 digits.
  public func finishHex() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    // Sound: SHA-256 writes exactly 32 bytes.
    unsafe digest.withUnsafeMutableBufferPointer { pointer in
      _ = unsafe EVP_DigestFinal_ex(context, pointer.baseAddress, nil)
    }
    unsafe precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1)
    return hexadecimal(digest)
  }

  /// SHA-256 of one piece of bytes, lower case hex.
  public static func hex(_ bytes: [UInt8]) -> String {
    let hash = SHA256()
    hash.update(bytes.span)
    return hash.finishHex()
  }

  /// SHA-256 of a text's UTF-8 bytes, lower case hex.
  public static func hex(_ text: String) -> String { hex(Array(text.utf8)) }
}

// Sound: the context has one owner, since the value cannot be copied, and goes where it goes.
extension SHA256: @unchecked Sendable {}

/// Lower case hex digits of the bytes.
public func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    out.append(digits[Int(byte >> 4)])
    out.append(digits[Int(byte & 15)])
  }
  return String(decoding: out, as: UTF8.self)
}
