internal import Records

/// The messages of one leg, each once, and the pushes that they make up.
///
/// A message has its number here whatever batch, file or order it came in.
struct LegPushes {
  struct Message {
    var push: Int32 = -1
    var header: Int32
    /// Where it stands; tells apart only what is the same in everything else.
    var file: UInt32
    var ordinal: UInt32
    var sender: Int32
    var kind: MessageKind
    var channel: MessageKind.Channel
    var function: PushFunction
    /// Minutes since 1970; 0 if unknown.
    var minute: Int64
    var part: Int32
    var isLastPart: Bool
    /// From its ``Push``; without one nobody knows whether it was read to its end.
    var hasEnd = false
    var isComplete = false
    var cancelsFlight = false
    var offset = UInt64.max
    var counts = Counts()
  }

  /// What is announced (-1: nothing) and what was found.
  struct Counts {
    var announcedBookings = -1
    var foundBookings = 0
    var announcedPersons = -1
    var foundPersons = 0
    var announcedSegments = -1
    var foundSegments = 0
  }

  struct Entry {
    var kind: MessageKind
    var channel: MessageKind.Channel
    var function: PushFunction
    var sender: Int32
    /// Of its first message; 0 if unknown.
    var minute: Int64
    /// Of ``LegPushes/messages``; where its findings are reported.
    var first: Int32
    var messages = 0
    var parts = 0
    var hasParts: Bool
    /// The highest part, and whether it says that it is the last.
    var lastPart: Int32 = 0
    var hasLastPart = false
    var isComplete = true
    /// Whether it may be two pushes of one minute.
    var isDoubtful = false
    var counts = Counts()
    /// Of its records, in any order.
    var content: UInt64 = 0

    /// Whether its time tells what it supersedes.
    var isOrdered: Bool { channel == .reservation && function != .list }

    var hasAllParts: Bool { !hasParts || (hasLastPart && Int(lastPart) == parts) }
  }

  private(set) var messages: [Message] = []
  var entries: [Entry] = []
  /// Index in the batch's messages to index in ``messages``.
  private(set) var numbers: [Int32] = []
  /// Senders have numbers that mean nothing but their difference.
  private(set) var senderCount = 0
  /// Whether full pushes without time name one booking and are not the same.
  var hasUndatedRivals = false
  private var known: [MessageHeader: Int32] = [:]
  private var senders: [String: Int32] = [:]

  /// Reads all messages of a leg and puts them together to pushes.
  mutating func read(_ records: borrowing PassengerBatch) {
    messages.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    senders.removeAll(keepingCapacity: true)
    for index in records.messages.indices { number(index, of: records) }
    for index in records.pushes.indices { take(records.pushes[index]) }
    senderCount = senders.count
    join(records)
  }

  private mutating func number(_ index: Int, of records: borrowing PassengerBatch) {
    let header = records.messages[index]
    if let number = known[header] { return numbers.append(number) }
    let number = Int32(messages.count)
    known[header] = number
    numbers.append(number)
    let sender = senders[header.sender] ?? Int32(senders.count)
    senders[header.sender] = sender
    messages.append(
      Message(
        header: Int32(index), file: header.file, ordinal: header.ordinal, sender: sender,
        kind: header.kind, channel: header.kind.channel,
        function: header.function, minute: max(0, header.minute), part: max(0, header.part),
        isLastPart: header.isLastPart))
  }

  private mutating func take(_ push: Push) {
    guard Int(push.message) < numbers.count else { return }
    let number = Int(numbers[Int(push.message)])
    // A message that ends twice on one leg (segments behind its end) is whole if both halves are.
    messages[number].isComplete =
      push.isComplete && (messages[number].isComplete || !messages[number].hasEnd)
    messages[number].hasEnd = true
    if push.cancelsFlight { messages[number].cancelsFlight = true }
    messages[number].offset = min(messages[number].offset, push.offset)
    messages[number].counts.widen(
      Counts(
        announcedBookings: push.announcedBookings, foundBookings: push.foundBookings,
        announcedPersons: push.announcedPersons, foundPersons: push.foundPersons,
        announcedSegments: push.announcedSegments, foundSegments: push.foundSegments))
  }

  /// What the messages of one push share.
  private struct Key: Hashable {
    var kind: MessageKind
    var function: PushFunction
    var sender: Int32
    /// The access reference that parts share; nil for what is no sequence of parts.
    var parts: String?
    var minute: Int64
    /// Messages without a time have nothing else that would tell that they belong together.
    var alone: Int32
  }

  private mutating func join(_ records: borrowing PassengerBatch) {
    var groups: [[Int32]] = []
    var places: [Key: Int] = [:]
    for index in messages.indices {
      let message = messages[index]
      let hasParts = message.part > 0
      let key = Key(
        kind: message.kind, function: message.function, sender: message.sender,
        parts: hasParts ? records.messages[Int(message.header)].accessReference : nil,
        minute: hasParts ? 0 : message.minute,
        alone: hasParts || message.minute > 0 ? -1 : Int32(index))
      if let place = places[key] {
        groups[place].append(Int32(index))
      } else {
        places[key] = groups.count
        groups.append([Int32(index)])
      }
    }
    for group in groups { split(group) }
  }

  /// Between two parts of one push. They are sent one after the other; what comes later belongs to the
  /// next push, of which the first parts are missing.
  static let partMinutesMax: Int64 = 30

  /// Parts by time and number: one that does not go on begins another push. The same part of the same
  /// minute is the same once more.
  private mutating func split(_ group: [Int32]) {
    let sorted = group.map { number in
      let message = messages[Int(number)]
      return Ordered(
        minute: message.minute, part: message.part, goesOn: message.isLastPart ? 0 : 1,
        file: message.file, ordinal: message.ordinal, number: number)
    }.sorted()
    var start = 0
    for index in sorted.indices {
      guard index > start else { continue }
      let previous = sorted[index - 1]
      let isSame = sorted[index].minute == previous.minute && sorted[index].part == previous.part
      let isLater = sorted[index].minute - previous.minute > LegPushes.partMinutesMax
      if isLater || (sorted[index].part <= previous.part && !isSame) {
        add(sorted[start..<index].map(\.number))
        start = index
      }
    }
    add(sorted[start...].map(\.number))
  }

  private struct Ordered: Comparable {
    var minute: Int64
    var part: Int32
    /// 1 for a part that is not said to be the last: it comes last of those of one number, so that a
    /// push is at its end only if all of them say so.
    var goesOn: UInt8
    var file: UInt32
    var ordinal: UInt32
    var number: Int32

    static func < (a: Ordered, b: Ordered) -> Bool {
      (a.minute, a.part, a.goesOn, a.file, a.ordinal, a.number)
        < (b.minute, b.part, b.goesOn, b.file, b.ordinal, b.number)
    }
  }

  /// - Parameter numbers: by part.
  private mutating func add(_ numbers: [Int32]) {
    guard let first = numbers.first else { return }
    let head = messages[Int(first)]
    var push = Entry(
      kind: head.kind, channel: head.channel, function: head.function, sender: head.sender,
      minute: head.minute, first: first, hasParts: head.part > 0)
    var part = Counts()
    var partNumber: Int32 = -1
    var isWhole = true
    for number in numbers {
      messages[Int(number)].push = Int32(entries.count)
      let message = messages[Int(number)]
      push.messages += 1
      push.isComplete = push.isComplete && message.isComplete
      // Without part numbers each message announces for itself alone.
      if message.counts.announcedBookings > message.counts.foundBookings { isWhole = false }
      if message.part != partNumber || !push.hasParts {
        push.counts.add(part)
        part = Counts()
        partNumber = message.part
        push.parts += 1
      }
      part.widen(message.counts)
    }
    push.counts.add(part)
    if push.hasParts {
      push.lastPart = partNumber
      push.hasLastPart = messages[Int(numbers[numbers.count - 1])].isLastPart
      isWhole =
        push.hasAllParts && push.counts.announcedBookings <= push.counts.foundBookings
    } else {
      push.parts = 1
    }
    push.isComplete = push.isComplete && isWhole
    entries.append(push)
  }
}
