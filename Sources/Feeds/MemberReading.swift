import Bytes
import Records

/// One member while ``FeedFile`` reads it: its parser, and what leads the bytes there.
struct MemberReading {
  private(set) var parser: (any FeedParser)?
  private(set) var isOpen = false
  var counts = FeedCounts()
  private var transcoder: Transcoder?
  private var transcoded: [UInt8] = []
  /// Diagnostics beyond the limit, which the member's last one counts.
  private var suppressed = 0
  private var reported = 0

  init() {}

  /// Collects the member's head (a pipe gives it in small pieces), chooses the parser, and feeds it
  /// the head.
  mutating func begin(
    _ member: InputMember, _ reader: inout BlockReader, _ context: FeedContext,
    into batch: inout PassengerBatch
  ) throws(BytesError) {
    if let problem = member.problem {
      batch.diagnostics.append(Diagnostic(problem, at: UInt64(member.offset)))
      return
    }
    var head: [UInt8] = []
    isOpen = true
    while isOpen, head.count < FeedSniffer.headBytes {
      isOpen = try reader.next { block in
        head.reserveCapacity(head.count + block.count)
        for index in block.indices { head.append(block[index]) }
      }
    }
    chooseParser(for: head, context)
    if parser != nil {
      feed(head.span, into: &batch)
    } else if reader.problem == nil {
      let what = head.isEmpty ? "the file is empty" : "no known feed format"
      batch.diagnostics.append(Diagnostic(.unknownMessage, at: 0, what))
    }
    if !isOpen { finish(reader, into: &batch) }
  }

  /// Reads one block; an unknown member is read as well, for its hash and its length.
  mutating func readBlock(
    _ reader: inout BlockReader, into batch: inout PassengerBatch
  ) throws(BytesError) {
    var reading = MemberReading()
    swap(&reading, &self)
    defer { swap(&reading, &self) }
    reading.isOpen = try reader.next { reading.feed($0, into: &batch) }
    if !reading.isOpen { reading.finish(reader, into: &batch) }
  }

  private mutating func chooseParser(for head: [UInt8], _ context: FeedContext) {
    let looked =
      head.count > FeedSniffer.headBytes ? Array(head[..<FeedSniffer.headBytes]) : head
    if let encoding = TextEncoding.utf16(looked) {
      chooseParser(for: looked, in: encoding, context)
      return
    }
    parser = FeedSniffer.makeParser(for: looked, context)
    if parser == nil, let encoding = TextEncoding.ebcdic(looked) {
      chooseParser(for: looked, in: encoding, context)
    }
  }

  private mutating func chooseParser(
    for head: [UInt8], in encoding: TextEncoding, _ context: FeedContext
  ) {
    var text: [UInt8] = []
    var transcoder = Transcoder(encoding)
    transcoder.append(head.span, to: &text)
    var context = context
    context.isTranscoded = true
    if encoding == .ebcdic, !FeedSniffer.isEDIFACT(text) { return }
    parser = FeedSniffer.makeParser(for: text, context)
    // An XML reader goes by the encoding that the XML itself declares.
    let first = text.first { $0 > 0x20 }
    if parser != nil, first != 0x3C { self.transcoder = Transcoder(encoding) }
  }

  private mutating func feed(_ bytes: Span<UInt8>, into batch: inout PassengerBatch) {
    guard transcoder != nil else {
      parser?.consume(bytes, into: &batch)
      return
    }
    transcoded.removeAll(keepingCapacity: true)
    transcoder?.append(bytes, to: &transcoded)
    let text = transcoded
    let known = KnownPlaces(batch)
    parser?.consume(text.span, into: &batch)
    showInput(in: &batch, behind: known)
  }

  /// How much of a batch has its places in the input.
  private struct KnownPlaces {
    let passengers: Int
    let pushes: Int
    let diagnostics: Int

    init(_ batch: borrowing PassengerBatch) {
      passengers = batch.passengers.count
      pushes = batch.pushes.count
      diagnostics = batch.diagnostics.count
    }
  }

  /// Turns places in recoded text into those in the input.
  private func showInput(in batch: inout PassengerBatch, behind known: KnownPlaces) {
    guard let offsets = transcoder?.offsets else { return }
    for index in known.passengers..<batch.passengers.count {
      batch.passengers[index].offset = offsets.input(of: batch.passengers[index].offset)
    }
    for index in known.pushes..<batch.pushes.count {
      batch.pushes[index].offset = offsets.input(of: batch.pushes[index].offset)
    }
    for index in known.diagnostics..<batch.diagnostics.count {
      batch.diagnostics[index].offset = offsets.input(of: batch.diagnostics[index].offset)
    }
  }

  /// The member has ended: reports what is open, and what ended it before its time.
  private mutating func finish(_ reader: borrowing BlockReader, into batch: inout PassengerBatch) {
    let end = UInt64(reader.byteCount)
    let known = KnownPlaces(batch)
    parser?.finish(into: &batch)
    showInput(in: &batch, behind: known)
    if let transcoder {
      if transcoder.isWithinCharacter {
        batch.diagnostics.append(Diagnostic(.truncated, at: end, "ends within a character"))
      }
      if transcoder.hasDeviated {
        batch.diagnostics.append(
          Diagnostic(.charset, at: 0, "the text is not UTF-16 throughout"))
      }
    }
    if let problem = reader.problem { batch.diagnostics.append(Diagnostic(problem, at: end)) }
  }

  /// Cuts what goes over the limit of one member; its last batch says how many.
  mutating func limitDiagnostics(of batch: inout PassengerBatch, _ limit: Int) {
    let room = max(0, limit - reported)
    if batch.diagnostics.count > room {
      suppressed += batch.diagnostics.count - room
      batch.diagnostics.removeLast(batch.diagnostics.count - room)
    }
    reported += batch.diagnostics.count
    if !isOpen, suppressed > 0 {
      batch.diagnostics.append(
        Diagnostic(.tooLarge, at: 0, "\(suppressed) further findings are not listed"))
    }
  }
}

extension Diagnostic {
  /// What unpacking met.
  init(_ problem: UnpackProblem, at offset: UInt64) {
    let code: ReasonCode =
      switch problem {
      case .damaged: .archiveDamaged
      case .ratio: .archiveRatio
      case .tooLarge: .tooLarge
      case .notRegular: .notRegularFile
      case .hidden: .outOfScope
      }
    self.init(code, at: offset, problem.text)
  }
}

extension UnpackLimits {
  init(_ limits: Limits) {
    self.init(
      ratio: limits.archiveRatio, bytes: limits.unpackedBytes, entries: limits.archiveEntries,
      nesting: limits.archiveNesting)
  }
}
