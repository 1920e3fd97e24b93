internal import CLibArchive
import Glibc

/// Unpacks a zip or a tar by libarchive.
///
/// Zip is read from its beginning by the headers before the members, not by the directory at its end:
/// it may come from a pipe, and what came before a break is kept. Overlapping entries, a trick of
/// bombs, do not exist for such a reader.
@safe final class ArchiveUnpacker: Unpacker {
  let packing: Packing
  private let window: SourceWindow
  private let budget: UnpackBudget
  private let depth: Int
  private var archive: OpaquePointer
  /// Lies in libarchive.
  var block = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  private(set) var isEntryOpen = false
  /// Nothing more comes out.
  private var isOver = false
  private var entriesSeen = 0
  var problem: UnpackProblem?
  private var hasMetDamage = false
  /// Found behind damage, which is reported first.
  private var held: UnpackedEntry?

  init(_ packing: Packing, _ window: SourceWindow, budget: UnpackBudget, depth: Int) {
    self.packing = packing
    self.window = window
    self.budget = budget
    self.depth = depth
    unsafe archive = ArchiveUnpacker.makeArchive()
    begin()
  }

  deinit { unsafe archive_read_free(archive) }

  private static func makeArchive() -> OpaquePointer {
    guard let made = unsafe archive_read_new() else { fatalError("out of memory") }
    return unsafe made
  }

  /// Opens libarchive on the bytes that the window gives next.
  private func begin() {
    // Sound: the window lives as long as the archive that calls back into it.
    let context = unsafe Unmanaged.passUnretained(window).toOpaque()
    let supported: Int32
    if packing == .zip {
      supported = unsafe archive_read_support_format_zip_streamable(archive)
    } else {
      supported = unsafe archive_read_support_format_tar(archive)
      // Archives that were appended to each other.
      _ = unsafe archive_read_set_options(archive, "read_concatenated_archives")
    }
    let opened =
      unsafe supported == ARCHIVE_OK
      && archive_read_open(archive, context, nil, { unsafe ArchiveUnpacker.pull($1, $2) }, nil)
        == ARCHIVE_OK
    if !opened { stop(packing.damage) }
  }

  /// libarchive asks for packed bytes.
  private static func pull(
    _ context: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?
  ) -> Int {
    guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
    // Sound: the context is the window that was handed over, which outlives the archive.
    let window = unsafe Unmanaged<SourceWindow>.fromOpaque(context).takeUnretainedValue()
    let bytes = unsafe window.pull()
    unsafe buffer.pointee = bytes.baseAddress
    return bytes.count
  }

  private func note(_ reason: UnpackProblem) {
    hasMetDamage = true
    problem = problem ?? reason
  }

  private func stop(_ reason: UnpackProblem) {
    note(reason)
    isOver = true
    isEntryOpen = false
  }

  /// Packed bytes that libarchive has used.
  private var consumed: Int { base + Int(unsafe archive_filter_bytes(archive, -1)) }
  /// Where the present archive began, after others had met damage.
  private var base = 0

  func next() -> UnpackedStep {
    if let entry = held.take() { return .entry(entry) }
    // Read, not skipped: libarchive would unpack what it skips without any limit.
    while isEntryOpen { advance() }
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    guard problem == nil else { return .problem }
    while !isOver {
      var header: OpaquePointer?
      // libarchive brings names to the thread's locale, which need not be able to show them.
      let before = unsafe uselocale(ArchiveUnpacker.unicode)
      defer { unsafe _ = uselocale(before) }
      // Sound: libarchive sets `header` to its own entry, valid until the next call.
      let status = unsafe archive_read_next_header(archive, &header)
      switch status {
      case ARCHIVE_OK, ARCHIVE_WARN:
        guard let header = unsafe header, let entry = unsafe take(header) else { continue }
        if problem == nil { return .entry(entry) }
        held = entry
        return .problem
      case ARCHIVE_EOF: finish()
      // A block of a tar that is no header: the next one may be.
      case ARCHIVE_RETRY: note(packing.damage)
      default: goOn(behind: packing.damage)
      }
    }
    return problem == nil ? .end : .problem
  }

  private func take(_ header: OpaquePointer) -> UnpackedEntry? {
    isEntryOpen = true
    entriesSeen += 1
    budget.beginEntry(depth: depth)
    var entry = UnpackedEntry()
    if let reached = budget.takeEntry() {
      stop(reached.endingAll)
      return nil
    }
    // Sound: the texts belong to the entry, which is valid here, and are copied at once.
    unsafe entry.name =
      ArchiveUnpacker.bytes(archive_entry_pathname(header))
      ?? ArchiveUnpacker.bytes(archive_entry_pathname_utf8(header)) ?? []
    entry.offset = base + Int(unsafe archive_read_header_position(archive))
    let type = unsafe archive_entry_filetype(header)
    // AE_IFDIR and AE_IFREG of archive_entry.h, which Swift does not import.
    entry.isFolder = type == 0o040000
    entry.isFile = unsafe type == 0o100000 && archive_entry_hardlink(header) == nil
    entry.isEncrypted = unsafe archive_entry_is_encrypted(header) != 0
    if entry.isEncrypted { isEntryOpen = false }
    return entry
  }

  func advance() {
    var start: UnsafeRawPointer?
    var count = 0
    // Holes of sparse files are left out: no feed has any, and they cost nothing to claim.
    var offset: la_int64_t = 0
    // Sound: libarchive fills the three values; its bytes are used until the next call only.
    let status = unsafe archive_read_data_block(archive, &start, &count, &offset)
    switch status {
    case ARCHIVE_OK: break
    case ARCHIVE_EOF: isEntryOpen = false
    case ARCHIVE_RETRY, ARCHIVE_WARN, ARCHIVE_FAILED:
      note(.damaged("the member is damaged, or packed in a way that is not supported"))
      isEntryOpen = false
      // A zip's bytes are there when their checksum turns out wrong.
      if packing != .zip { count = 0 }
    default:
      goOn(behind: packing.damage)
      count = 0
    }
    // Sound: so many bytes lie there, as libarchive says.
    unsafe block = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    if let reached = unsafe budget.take(block.count, depth: depth) {
      unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
      // A member that swells is no reason to leave those behind it unread.
      if packing == .zip, case .ratio = reached {
        goOn(behind: reached)
      } else {
        stop(reached.endingAll)
      }
    }
  }

  /// The present member cannot or shall not be read on. A zip is searched for its next one, with a
  /// reader begun anew: nothing has to be unpacked for that.
  private func goOn(behind reason: UnpackProblem) {
    note(reason)
    isEntryOpen = false
    isOver = true
    guard packing == .zip else { return }
    if let reached = budget.takeEntry() {
      problem = reached.endingAll
      return
    }
    let header: [UInt8] = [0x50, 0x4B, 3, 4]
    guard window.resume(at: header, from: max(consumed, base + header.count)) else { return }
    isOver = false
    base = window.next
    // Sound: the one archive is freed before the other takes its place; no block of it is kept.
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    unsafe archive_read_free(archive)
    unsafe archive = ArchiveUnpacker.makeArchive()
    begin()
  }

  /// libarchive is at the end: looks at what it does not look at.
  private func finish() {
    isOver = true
    _ = window.drain(from: window.end)
    if packing == .zip {
      guard let end = ZipEnd(window.tail(ZipEnd.maximumBytes), before: window.end) else {
        return note(.damaged("the archive is broken off: the end of its directory is missing"))
      }
      if let entries = end.entries, entries != entriesSeen, !hasMetDamage {
        note(.damaged("the archive's directory lists \(entries) members, not \(entriesSeen)"))
      }
    } else {
      let tail = window.tail(512)
      if tail.count < 512 || tail.contains(where: { $0 != 0 }) {
        note(.damaged("the archive is broken off: its end mark is missing"))
      }
    }
  }
}
