/// A message that has ended: what it announced, and what was found in it.
///
/// Counts are -1 where the message does not state them.
public struct Push: Sendable, Equatable {
  /// In ``PassengerBatch/messages``.
  public var message: UInt32
  /// The flight that it is about; nil where it names none.
  public var leg: FlightLeg?
  /// Byte offset of its first segment or line.
  public var offset: UInt64
  /// Whether it was read from beginning to end with nothing set aside, so that whoever is not in it
  /// can be said to be absent.
  public var isComplete = true
  /// Whether it says that the flight does not operate (PAXLST 266+XF).
  public var cancelsFlight = false
  /// PNRGOV EQN of level 0: bookings of the whole push, over all parts.
  public var announcedBookings = -1
  public var foundBookings = 0
  /// PAXLST CNT 42 and 41, Type B totals: persons of the flight, over all parts.
  public var announcedPersons = -1
  public var foundPersons = 0
  /// UNT, with UNH and UNT.
  public var announcedSegments = -1
  public var foundSegments = 0

  public init(message: UInt32, leg: FlightLeg?, offset: UInt64) {
    self.message = message
    self.leg = leg
    self.offset = offset
  }
}

/// Under which names a message knows one booking, where it gives several (each system that holds it has a
/// record locator of its own), or where it does not name everybody in it.
public struct BookingNames: Sendable, Equatable {
  /// In ``PassengerBatch/messages``.
  public var message: UInt32
  /// In ``PassengerBatch/locators``.
  public var locators: ElementRun
  public var leg: FlightLeg?
  /// Whether somebody in the booking is not named (a group, `TBA`), so that whoever was told of under these
  /// locators may still be in it.
  public var isInDoubt: Bool

  public init(message: UInt32, locators: ElementRun, leg: FlightLeg?, isInDoubt: Bool = false) {
    self.message = message
    self.locators = locators
    self.leg = leg
    self.isInDoubt = isInDoubt
  }
}

/// A record locator with the system that gave it out.
public struct SystemLocator: Sendable, Equatable {
  public var text: TextReference
  public var system: ShortCode

  public init(text: TextReference, system: ShortCode) {
    self.text = text
    self.system = system
  }
}

/// A booking that a message takes off the flight.
public struct BookingCancellation: Sendable, Equatable {
  /// In ``PassengerBatch/messages``.
  public var message: UInt32
  public var recordLocator: TextReference
  /// As ``Passenger/locatorSystem``.
  public var locatorSystem: ShortCode
  public var leg: FlightLeg?

  public init(
    message: UInt32, recordLocator: TextReference, locatorSystem: ShortCode = .none,
    leg: FlightLeg?
  ) {
    self.message = message
    self.recordLocator = recordLocator
    self.locatorSystem = locatorSystem
    self.leg = leg
  }
}
