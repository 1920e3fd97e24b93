import Records

/// Findings of the envelope: reported, never a reason to drop anything.
extension EDIFACTEnvelope {
  /// Compares the count and the reference that a closing segment gives with what was read.
  func check(
    _ name: String, _ level: Level, _ unit: String, _ bytes: Span<UInt8>, _ framer: EDIFACTFramer,
    at offset: UInt64, into batch: inout PassengerBatch
  ) {
    func report(_ text: String) {
      batch.diagnostics.append(
        Diagnostic(.countMismatch, at: offset, text, messageReference: messageReference))
    }
    guard level.isOpen else { return report("\(name) closes what was not opened") }
    let stated = DateReader.integer(bytes, tokens.component(1))
    if let stated, stated != level.count {
      report("\(name) counts \(stated) \(unit), found \(level.count)")
    } else if stated == nil {
      report("\(name) counts no \(unit), found \(level.count)")
    }
    let reference = trimmed(2, bytes)
    if !reference.isEmpty, reference != level.reference {
      report("\(name) does not repeat the reference of its opening segment")
    }
  }

  func trimmed(_ element: Int, _ bytes: Span<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for index in tokens.component(element) where bytes[index] > 0x20 { out.append(bytes[index]) }
    return out
  }

  @inline(__always)
  func isSeparator(_ byte: UInt8, _ separators: EDIFACTSeparators) -> Bool {
    byte == separators.element || byte == separators.component || byte <= 0x20
  }

  /// Segments behind UNT, or whose UNH is lost, are read on as the message that they seem to be: a UNT
  /// too early must not cost the bookings behind it. Reported once per stretch.
  mutating func resume(
    _ tag: SegmentTag, _ framer: EDIFACTFramer, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    if !hasReportedOutside {
      hasReportedOutside = true
      batch.diagnostics.append(Diagnostic(.syntax, at: offset, "segments outside a message"))
    }
    if previous == nil {
      let type: String
      switch tag {
      case .msg, .tvl, .src, .rci, .tif: type = "PNRGOV"
      case .bgm, .tdt, .nad: type = "PAXLST"
      default: return
      }
      previous = interpreter(for: type)
      context = MessageContext()
      context.header = MessageHeader(type: type)
      context.separators = framer.separators
      context.charset = charset
      context.preparation = preparation
      context.offset = offset
      previous?.begin(context)
    }
    current = previous
    message.isOpen = current != nil
    message.count = 1
  }

  func reportUnknown(at offset: UInt64, into batch: inout PassengerBatch) {
    batch.diagnostics.append(
      Diagnostic(
        .syntax, at: offset, "a segment with an unknown tag", messageReference: messageReference))
  }
}
