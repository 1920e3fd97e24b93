import Foundation
import Testing

/// Lists whose register asks for a detached signature (CMS).
@Suite struct SignedListTests {
  private let night: SmallNight

  init() throws {
    night = try SmallNight()
    try openssl(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
      "3650", "-subj", "/CN=Invented list owner", "-keyout", "key.pem", "-out", "cert.pem")
    try openssl(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
      "3650", "-subj", "/CN=Somebody else", "-keyout", "other.pem", "-out", "other-cert.pem")
    try sign()
  }

  private func openssl(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: night.folder / "")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private func sign(
    key: String = "key.pem", certificate: String = "cert.pem", form: String = "DER",
    digest: String = "sha256"
  ) throws {
    try openssl(
      "cms", "-sign", "-binary", "-in", "list.csv", "-signer", certificate, "-inkey", key,
      "-md", digest, "-outform", form, "-out", "list.p7s")
  }

  /// The certificate is made now, so the clock of the run is the clock.
  private func screen(now: String? = nil) throws -> BuiltProgram.Outcome {
    var arguments = night.arguments()
    let clock = try #require(arguments.firstIndex(of: "--now"))
    if let now { arguments[clock + 1] = now } else { arguments.removeSubrange(clock...clock + 1) }
    try night.folder.write(
      "register.toml",
      SmallNight.registerText(lines: "signature = \"list.p7s\"\nsigned_by = \"cert.pem\"")
        .replacingOccurrences(of: "max_age_days = 30", with: "max_age_days = 100000")
        .replacingOccurrences(of: "2026-11-20", with: "2020-01-01"))
    return try BuiltProgram.run(arguments)
  }

  @Test func aSignedListIsUsed() throws {
    let outcome = try screen()
    #expect(outcome.exit == 0, "\(outcome.errors)")
  }

  @Test func aSignatureInPEMIsOneToo() throws {
    try sign(form: "PEM")
    let outcome = try screen()
    #expect(outcome.exit == 0, "\(outcome.errors)")
    try night.folder.write("list.csv", SmallNight.list + "\n")
    #expect(try screen().exit == 77)
  }

  /// Whoever can make two files of one digest has the signature of both.
  @Test(arguments: ["sha1", "md5", "sha224", "sha384", "sha512"])
  func digestsThatCanBeForgedAreRefused(_ digest: String) throws {
    let isWeak = digest == "sha1" || digest == "md5"
    if digest == "md5" {
      try openssl(
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj",
        "/CN=Invented list owner", "-keyout", "key.pem", "-out", "cert.pem")
    }
    try sign(digest: digest)
    let outcome = try screen()
    #expect(outcome.exit == (isWeak ? 77 : 0), "\(outcome.errors)")
    #expect(outcome.errors.contains("SHA-256") == isWeak)
  }

  @Test func aListOfOtherBytesIsRefused() throws {
    try night.folder.write("list.csv", SmallNight.list + "\n")
    let outcome = try screen()
    #expect(outcome.exit == 77, "\(outcome.errors)")
    #expect(night.folder.names("out").isEmpty)
  }

  @Test func aSignatureBySomebodyElseIsRefused() throws {
    try sign(key: "other.pem", certificate: "other-cert.pem")
    #expect(try screen().exit == 77)
  }

  @Test func aSignatureThatIsMissingOrNoneIsRefused() throws {
    try night.folder.write("list.p7s", "no signature")
    #expect(try screen().exit == 77)
    try FileManager.default.removeItem(atPath: night.folder / "list.p7s")
    #expect(try screen().exit == 77)
  }

  @Test func theCertificateMustBeValidAtTheTimeOfTheRun() throws {
    let outcome = try screen(now: "2049-01-01T00:00:00Z")
    #expect(outcome.exit == 77, "\(outcome.errors)")
    #expect(outcome.errors.contains("not valid"))
  }
}
