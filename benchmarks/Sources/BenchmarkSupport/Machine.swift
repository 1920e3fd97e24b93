import CMalloc
import Glibc

/// What it is measured on.
public enum Machine {
  /// The name of the processor.
  public static var processor: String {
    guard let file = fopen("/proc/cpuinfo", "r") else { return "unknown" }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix("model name"), let colon = text.firstIndex(of: ":") {
        return String(text[colon...].dropFirst(2).filter { $0 != "\n" })
      }
    }
    return "unknown"
  }

  /// Bytes of memory that the process has at this moment.
  public static var residentBytes: Int { status("VmRSS:") }

  /// The most bytes of memory that the process had since `forgetPeak`.
  public static var peakBytes: Int { status("VmHWM:") }

  /// Gives what was freed back to the system and starts `peakBytes` anew, so that it counts what follows.
  public static func forgetPeak() {
    malloc_trim(0)
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  /// A line of the process's own status, which is in kB.
  private static func status(_ name: String) -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix(name) { return (Int(text.filter(\.isNumber)) ?? 0) * 1024 }
    }
    return 0
  }
}
