import Bytes
import Feeds
import Glibc
import Records

/// What must hold for every input as a whole: packed, an archive, several in one another, or neither.
struct ContainerProperties {
  /// What may come out of an input; little, because making room for it is what an execution costs most.
  private static let unpackedBytes = 8 * 1024

  let input: [UInt8]

  /// - Parameter isThorough: reads it in one block and in many; otherwise that is done with one input in
  ///   four, and with the others one of the two, so that more of them are tried.
  /// - Returns: the first property that does not hold; nil if all do.
  func violation(_ batch: inout PassengerBatch, isThorough: Bool) -> String? {
    guard let file = MemoryFile(input) else { return nil }
    var limits = Limits.standard
    limits.unpackedBytes = ContainerProperties.unpackedBytes
    limits.archiveEntries = 8
    var dice = Dice(UInt64(input.count) << 8 | UInt64(input.last ?? 0))
    let choice = isThorough ? 0 : dice.next() % 4
    do {
      var whole: Reading?
      if choice < 3 {
        whole = try Reading(file, limits, blockBytes: ContainerProperties.unpackedBytes, &batch)
        let violation = whole?.violation(limits, inputBytes: input.count)
        if violation != nil || choice > 0 { return violation }
      }
      // Not so many blocks that it takes long.
      let unpackedBytes = whole?.unpackedBytes ?? ContainerProperties.unpackedBytes
      let small = 1 + Int(dice.next() % 600) + unpackedBytes / 128
      let cut = try Reading(file, limits, blockBytes: small, &batch)
      if let whole { return cut.difference(from: whole) }
      return cut.violation(limits, inputBytes: input.count)
    } catch {
      return "reading throws: \(error)"
    }
  }

  /// One reading of the whole file.
  private struct Reading {
    private var members: [FeedMember] = []
    private var trace = ParseTrace(inputBytes: 128 * 1024)
    private var sha256 = ""

    var unpackedBytes: Int { members.reduce(0) { $0 + $1.byteCount } }

    init(
      _ memory: borrowing MemoryFile, _ limits: Limits, blockBytes: Int,
      _ batch: inout PassengerBatch
    ) throws(BytesError) {
      let context = FeedContext(
        limits: limits, today: PartialDate(year: 2026, month: 11, day: 28))
      var file = try FeedFile(path: memory.path, context: context, blockBytes: blockBytes)
      while try file.nextBatch(into: &batch) {
        trace.add(batch)
        if let ended = file.endedMember { members.append(ended) }
      }
      sha256 = file.sha256()
    }

    func violation(_ limits: Limits, inputBytes: Int) -> String? {
      if let violation = trace.violation ?? trace.violationOfTotals() { return violation }
      // A block that goes over the limit is not given on.
      if unpackedBytes > inputBytes + limits.unpackedBytes {
        return "\(unpackedBytes) bytes unpacked"
      }
      for member in members {
        let isClean = member.name.unicodeScalars.allSatisfy {
          $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
        }
        if !isClean { return "a member's name has a control character" }
      }
      return nil
    }

    func difference(from whole: Reading) -> String? {
      if sha256 != whole.sha256 { return "blocks give another hash of the file" }
      if members != whole.members { return "blocks give \(members), the whole \(whole.members)" }
      return trace.difference(from: whole.trace)
    }
  }
}

/// Bytes that can be opened like a file, in memory and without a name.
private struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  /// - Returns: nil where the system has no such file to give.
  init?(_ content: [UInt8]) {
    let path = "/dev/shm/pnrscreen-fuzz-\(UInt64.random(in: 0...UInt64.max))"
    // Sound: the calls only read what they are given, for the length of the call.
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    _ = unsafe unlink(path)
    let written = unsafe content.withUnsafeBytes {
      unsafe write(descriptor, $0.baseAddress, $0.count)
    }
    guard written == content.count else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  var path: String { "/proc/self/fd/\(descriptor)" }
}
