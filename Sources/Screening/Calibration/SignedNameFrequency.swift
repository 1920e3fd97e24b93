internal import Bytes
public import Names
internal import Records

extension Settings {
  /// How common names are: the shipped table, with the operator's own where one is signed off.
  /// - Throws: as ``signedNameFrequencies()``.
  public func nameFrequency() throws(RunError) -> NameFrequency {
    try signedNameFrequencies().map { NameFrequency(own: $0) } ?? .shipped
  }

  /// The operator's own table; nil when none is set. The SHA-256 in the settings is the sign-off: whoever
  /// may change the settings has looked at exactly this table.
  /// - Throws: ``RunError/configuration(path:line:reason:)`` for a table without a sign-off or with that of
  ///   another one, and for one that is damaged.
  public func signedNameFrequencies() throws(RunError) -> NameFrequencyFile? {
    let (file, sign) = (SettingKey.nameFrequency, SettingKey.nameFrequencySHA256)
    guard let path = values[file] else {
      guard let signed = values[sign] else { return nil }
      throw .configuration(
        path: signed.origin, line: nil,
        reason: "\(sign.rawValue) signs off a table that is not named; set \(file.rawValue)")
    }
    guard let signed = values[sign] else {
      throw .configuration(
        path: path.origin, line: nil,
        reason: "\(path.text) is not signed off; look at the table, then set \(sign.rawValue) to "
          + "its SHA-256 (sha256sum tells it)")
    }
    let bytes = try Settings.tableBytes(path)
    let sha256 = SHA256.hex(bytes)
    guard signed.text.lowercased() == sha256 else {
      throw .configuration(
        path: signed.origin, line: nil,
        reason: "\(path.text) has the SHA-256 \(sha256), which is not the one signed off; put the "
          + "signed table back, or look at this one and set \(sign.rawValue) to its SHA-256")
    }
    do { return try NameFrequencyFile(bytes: bytes) } catch {
      throw .configuration(
        path: path.text, line: error.line,
        reason: "\(error.reason); make the table anew with pnrscreen calibrate")
    }
  }

  private static func tableBytes(_ path: Value) throws(RunError) -> [UInt8] {
    do {
      return try readWholeFile(
        path.text, maximumBytes: Limits.standard.nameFrequencyBytes)
    } catch {
      guard case .input(let file, let reason) = RunError(reading: error) else {
        throw RunError(reading: error)
      }
      throw .configuration(path: path.origin, line: nil, reason: "cannot read \(file): \(reason)")
    }
  }
}
