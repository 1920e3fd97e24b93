import Records

/// How interchanges, groups and messages begin.
extension EDIFACTEnvelope {
  /// What UNB and UNG say of all messages in them.
  struct Origin {
    var sender = ""
    /// ``Records/MessageHeader/minute``.
    var minute: Int64 = 0
    var isTest = false
  }

  mutating func openInterchange(
    _ bytes: Span<UInt8>, _ framer: EDIFACTFramer, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    if interchange.isOpen {
      batch.diagnostics.append(
        Diagnostic(.truncated, at: offset, "an interchange begins before UNZ of the last one"))
    }
    charset =
      isTranscoded ? .utf8 : Charset(identifier: ShortCode(bytes, tokens.component(1)))
    preparation = DateReader.yearFirst(bytes, tokens.component(4), reference: nil)
    origin = Origin()
    origin.sender = text(2, 0, bytes, framer)
    origin.minute = minute(bytes)
    origin.isTest = DateReader.integer(bytes, tokens.component(11)) == 1
    interchange = Level(isOpen: true, reference: trimmed(5, bytes))
    group = Level()
    groups = 0
    previous = nil
    batch.counts.interchanges += 1
  }

  mutating func openGroup(_ bytes: Span<UInt8>) {
    groups += 1
    group = Level(isOpen: true, reference: trimmed(5, bytes))
    previous = nil
    if origin.minute == 0 { origin.minute = minute(bytes) }
    if preparation == nil {
      preparation = DateReader.yearFirst(bytes, tokens.component(4), reference: nil)
    }
  }

  mutating func openMessage(
    _ bytes: Span<UInt8>, _ framer: EDIFACTFramer, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    message = Level(isOpen: true, reference: trimmed(1, bytes), count: 1)
    if !interchange.isOpen {
      batch.diagnostics.append(Diagnostic(.syntax, at: offset, "a message outside an interchange"))
    }
    interchange.count += 1
    group.count += 1
    hasReportedOutside = false
    // A wrap may leave a blank in it, and a type has none.
    let type = text(2, 0, bytes, framer).filter { $0 != " " }
    begin(type, framer, at: offset, into: &batch)
    context.header.version =
      text(2, 1, bytes, framer) + ":" + text(2, 2, bytes, framer)
    context.header.reference = text(1, 0, bytes, framer)
    context.header.accessReference = text(3, 0, bytes, framer)
    readSequence(text(4, 0, bytes, framer), indicator: text(4, 1, bytes, framer))
    current = interpreter(for: type)
    if let current {
      current.begin(context)
      batch.counts.messagesParsed += 1
    } else if FeedRegistry.answerTypes.contains(type) {
      batch.counts.messagesSkipped += 1
    } else {
      batch.counts.messagesQuarantined += 1
      batch.diagnostics.append(
        Diagnostic(
          .unknownMessage, at: offset, "a message of a type that is not read",
          messageReference: context.header.reference))
    }
  }

  /// Segments behind UNT, or whose UNH is lost, are read on as the message that they seem to be: a UNT
  /// too early must not cost the bookings behind it. Reported once per stretch.
  mutating func resume(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, _ framer: EDIFACTFramer,
    at offset: UInt64, into batch: inout PassengerBatch
  ) {
    if !hasReportedOutside {
      hasReportedOutside = true
      batch.diagnostics.append(Diagnostic(.syntax, at: offset, "segments outside a message"))
    }
    if previous == nil || beginsMessage(tag, bytes, range, framer) {
      let type: String
      switch tag {
      case .msg, .tvl, .src, .rci, .tif: type = "PNRGOV"
      case .bgm, .tdt, .nad: type = "PAXLST"
      default: return
      }
      givePush(into: &batch)
      begin(type, framer, at: offset, into: &batch)
      previous = interpreter(for: type)
      previous?.begin(context)
      batch.counts.messagesParsed += 1
    }
    // What was held to be the end of the message was not: its push comes at the end to follow.
    pending = nil
    current = previous
    message.isOpen = current != nil
    message.count = 1
    hasLost = true
  }

  /// BGM, and MSG without the business function that it has inside a booking, begin a message.
  private mutating func beginsMessage(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, _ framer: EDIFACTFramer
  ) -> Bool {
    guard tag == .msg else { return tag == .bgm }
    tokens.read(bytes, range, framer.separators)
    return tokens.component(1, 0).isEmpty && !tokens.component(1, 1).isEmpty
  }

  /// What all messages have in common, with or without UNH.
  private mutating func begin(
    _ type: String, _ framer: EDIFACTFramer, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    messages += 1
    batch.counts.messages += 1
    hasLost = false
    context = MessageContext()
    context.separators = framer.separators
    context.charset = charset
    context.preparation = preparation
    context.offset = offset
    context.header = MessageHeader(type: type)
    context.header.ordinal = messages
    context.header.sender = origin.sender
    context.header.minute = origin.minute
    context.header.isTest = origin.isTest
  }

  /// UNH S010: `01:F` alone, `01:C`, `02` … `nn:F` in parts.
  private mutating func readSequence(_ number: String, indicator: String) {
    context.isWhole = number.isEmpty || (Int(number) == 1 && indicator == "F")
    context.header.part = Int32(number) ?? 0
    context.header.isLastPart = indicator.isEmpty ? number.isEmpty : indicator == "F"
  }

  private mutating func interpreter(for type: String) -> (any EDIFACTInterpreter)? {
    if let known = interpreters[type] { return known }
    guard let format = FeedRegistry.messageFormats.first(where: { $0.messageType == type }) else {
      return nil
    }
    let made = format.makeInterpreter(limits: limits)
    interpreters[type] = made
    return made
  }

  /// S004 date : time of UNB and UNG, in minutes since 1970; 0 where there is no date.
  private func minute(_ bytes: Span<UInt8>) -> Int64 {
    let value = DateReader.trim(bytes, tokens.component(4))
    guard let date = DateReader.yearFirst(bytes, value, reference: nil) else { return 0 }
    var time = tokens.component(4, 1)
    if time.isEmpty, value.count == 10 || value.count == 12 {
      time = (value.upperBound - 4)..<value.upperBound
    }
    return MessageHeader.minute(of: date, Int(max(DateReader.minute(bytes, time), 0)))
  }

  private mutating func text(
    _ element: Int, _ component: Int, _ bytes: Span<UInt8>, _ framer: EDIFACTFramer
  ) -> String {
    var out: [UInt8] = []
    charset.append(
      bytes, tokens.component(element, component), release: framer.separators.release, to: &out)
    return String(decoding: out, as: UTF8.self)
  }
}
