import Records
import TestSupport
import Testing

@testable import Screening

/// A true course of events, told in pushes that come in any order, and what is made of them.
struct RandomLegTests {
  /// A person of the invented leg, and what is known of him at the end.
  private struct Person {
    var told: Told
    var document: String
    var born: String
  }

  private struct Course {
    var persons: [Person] = []
    /// Who is in which booking, by index in `persons`; what a reservation system holds.
    var aboard: Set<Int> = []
    var everTold: Set<Int> = []
    var messages: [Message] = []
  }

  private static func name(_ number: Int) -> String {
    let syllables = ["BA", "DO", "FI", "GUR", "KEL", "MON", "PRI", "STA", "TUV", "WEX"]
    return syllables[number % 10] + syllables[number / 10 % 10] + syllables[number / 100 % 10]
      + "SKY"
  }

  private func makeCourse(_ random: inout SeededGenerator, persons count: Int) -> Course {
    var course = Course()
    for number in 0..<count {
      // Every sixth is a namesake of the one before him, who is in another booking.
      let isNamesake = number % 6 == 0 && number > 0
      let text = Self.name(isNamesake ? number - 1 : number)
      let born = 1950 + number % 50
      let month = 1 + number % 9
      course.persons.append(
        Person(
          told: Told(
            "\(text)/\(text.reversed().map(String.init).joined())", "LOC\(100 + number / 3)",
            "\(1 + number % 3)"),
          document: "NX\(1_000_000 + number)", born: "\(born)-0\(month)-1\(number % 9)"))
    }
    for minute in stride(from: Int64(100), through: 900, by: 100) {
      tell(minute, &course, &random)
    }
    return course
  }

  /// One push: full, an update of some bookings, or a cancellation.
  private func tell(_ minute: Int64, _ course: inout Course, _ random: inout SeededGenerator) {
    let bookings = Dictionary(grouping: course.persons.indices) { course.persons[$0].told.locator }
    var message = Message(minute: minute)
    let choice = Int.random(in: 0..<4, using: &random)
    if choice == 3, let locator = bookings.keys.sorted().randomElement(using: &random) {
      message.function = .update
      message.cancels = [locator]
      course.aboard.subtract(bookings[locator] ?? [])
      course.messages.append(message)
      return
    }
    message.function = choice < 2 ? .full : .update
    let isComplete = message.function == .update || Int.random(in: 0..<4, using: &random) > 0
    message.isComplete = isComplete
    if message.function == .full, isComplete { course.aboard = [] }
    for locator in bookings.keys.sorted() where Int.random(in: 0..<3, using: &random) > 0 {
      let members = (bookings[locator] ?? []).filter { _ in
        Int.random(in: 0..<5, using: &random) > 0
      }
      guard !members.isEmpty else { continue }
      if isComplete { course.aboard.subtract(bookings[locator] ?? []) }
      for index in members {
        course.aboard.insert(index)
        course.everTold.insert(index)
        // Later pushes know more, and not always the same.
        let knows = minute > 300 && Int.random(in: 0..<2, using: &random) > 0
        let person = course.persons[index]
        message.people.append(
          person.told.with {
            if knows {
              $0.born = person.born
              $0.document = person.document
            }
          })
      }
    }
    course.messages.append(message)
  }

  @Test(arguments: 1...12) func theEndIsTheTrueOneInAnyOrder(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let course = makeCourse(&random, persons: 42)
    var shuffle: SeededGenerator? = SeededGenerator(seed: UInt64(seed) + 1000)
    let lines = resolve(makeBatch(course.messages, shuffledBy: &shuffle)).lines
    for files in 1...4 {
      let found = resolve(makeBatch(course.messages, shuffledBy: &shuffle, files: files))
      #expect(found.lines == lines)
      func key(_ told: Told) -> String { "\(told.locator)/\(told.reference)" }
      let aboard = found.batch.passengers.filter { $0.status != .cancelled }.map {
        "\(found.batch.text($0.recordLocator))/\(found.batch.text($0.passengerReference))"
      }
      #expect(Set(aboard) == Set(course.aboard.map { key(course.persons[$0].told) }))
      #expect(aboard.count == course.aboard.count)
      #expect(found.account.travellers == course.everTold.count)
      #expect(found.account.records == course.messages.map(\.people.count).reduce(0, +))
      #expect(found.codes.isEmpty)
    }
  }

  @Test(arguments: 1...6) func apiJoinsOnlyItsOwnTraveller(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 50)
    let course = makeCourse(&random, persons: 42)
    let api = course.aboard.sorted().map { index in
      let person = course.persons[index]
      return person.told.with {
        $0.locator = ""
        $0.reference = ""
        $0.born = person.born
        $0.document = person.document
      }
    }
    let messages = course.messages + [list("PAXLST", 950).with { $0.people = api }]
    var shuffle: SeededGenerator? = SeededGenerator(seed: UInt64(seed))
    let found = resolve(makeBatch(messages, shuffledBy: &shuffle, files: 2))
    for traveller in found.batch.passengers {
      #expect(traveller.documents.count <= 1)
    }
    let documents = found.batch.passengers.flatMap { traveller in
      found.batch.documents[traveller.documents.range].map { found.batch.text($0.number) }
    }
    #expect(Set(documents).count == documents.count)
    #expect(Set(documents).isSuperset(of: api.map(\.document)))
    // Whom nothing but a name that is not his alone tells of may be there twice, nobody else.
    let doubtful = course.persons.indices.filter { $0 % 6 == 0 || $0 % 6 == 5 }.count
    #expect(found.account.travellers <= course.everTold.count + doubtful)
    #expect(found.account.travellers >= course.everTold.count)
  }
}
