import Records
import Testing

@testable import Matching

/// One person's name as a list and as a reservation or passport writes it, without any other field.
@Suite struct NamingTraditionsTests {
  typealias Pair = (passenger: (String, String), listed: (String, String))

  static let samePerson: [Pair] = [
    (("ELAMRANI", "MOHAMED"), ("El Amrani", "Mohammed")),
    (("ABDERRAHMANE", "OMAR"), ("Abd al-Rahman", "Umar")),
    (("BINSALIM", "USAMA"), ("bin Salem", "Osama")),
    (("BENALI", "SAMIR"), ("Ben Ali", "Samir")),
    (("ABOU HAMZA", "NABIL"), ("Abu Hamza", "Nabil")),
    (("UM KULTHUM", "FATIMA"), ("Umm Kulthum", "Fatimah")),
    (("NASRULLAH", "HASAN"), ("Nasr Allah", "Hassan")),
    (("VANDERBERG", "JAN"), ("van der Berg", "Jan")), (("VRIES", "KLAAS"), ("de Vries", "Klaas")),
    (("BERG", "JANWILLEM"), ("van den Berg", "Jan-Willem")),
    (("GARCIA", "JUAN CARLOS"), ("García Márquez", "Juan Carlos")),
    (("IVANOV", "SERGEI"), ("Иванов", "Сергей Петрович")),
    (("IVANOVA", "ANNA"), ("Ivanov", "Anna")), (("SHCHERBAKOV", "YURY"), ("Щербаков", "Юрий")),
    (("OEZTUERK", "GUELSEN"), ("Öztürk", "Gülşen")), (("OZTURK", "GULSEN"), ("Öztürk", "Gülşen")),
    (("N DIAYE", "CHEIKH"), ("Ndiaye", "Cheikh")),
    (("KHAN", "MOHD ASIF"), ("Khan", "Mohammad Asif")), (("WANG", "XIAOMING"), ("王", "小明")),
    (("NGUYEN VAN", "HUNG"), ("Nguyễn", "Văn Hùng")), (("KIM", "JONGHO"), ("Kim", "Jong-ho")),
    (("SMITHJONES", "ANNEMARIE"), ("Smith-Jones", "Anne-Marie")),
    (("JANSEN", "PETRA"), ("de Boer-Jansen", "Petra")),
    (("DE BOER", "PETRA"), ("de Boer-Jansen", "Petra")),
    (("VERSTEEGEN", "MAX"), ("Versteegen", "M.")), (("SMITH", "JОHN"), ("Smith", "John")),
    (("PAPADOPOULOS", "GEORGIOS"), ("Παπαδόπουλος", "Γεώργιος")),
    (("BERIDZE", "GIORGI"), ("ბერიძე", "გიორგი")),
    (("STROEM", "AAGE"), ("Strøm", "Åge")), (("OMAR HASSAN", ""), ("Hassan", "Omar")),
  ]

  @Test(arguments: samePerson) func isMetByNameAlone(pair: Pair) {
    #expect(isMet(pair), "\(pair)")
  }

  static let strangers: [Pair] = [
    (("IVANOV", "MOHAMED"), ("Ivanov", "Sergei")),
    (("ABDUL RAHMAN", "OMAR"), ("Abdul Aziz", "Omar")),
    (("ABU OMAR", "HAMZA"), ("Abu Bakr", "Hamza")), (("BEN ALI", "SAMIR"), ("Ben Salah", "Samir")),
    (("VAN DER BERG", "JAN"), ("van der Laan", "Jan")), (("GARCIA", "JOSE"), ("García", "Juan")),
    (("DE LA CRUZ", "JOSE"), ("de la Rosa", "José")),
    (("PETROV", "ALEXANDER"), ("Petrov", "Alexei")),
    (("NGUYEN", "THI HOA"), ("Nguyễn", "Thị Lan")), (("ZHANG", "WEI"), ("Zhang", "Min")),
  ]

  @Test(arguments: strangers) func strangerIsNotStrong(pair: Pair) {
    let matches = met(pair)
    #expect(matches.allSatisfy { $0.explanation.band != .strong }, "\(pair)")
  }

  /// Glued to its neighbour an initial makes a misspelling of the surname, which must not be
  /// preferred to the equal surname beside it.
  static let initials: [Pair] = [
    (("JANSEN", "J P"), ("Jansen", "Jan Pieter")),
    (("ALKHELIL", "K H"), ("Alkhelil", "Khaled Hisham")),
    (("SLOBODIANSKY", "DMITRY A"), ("Slobodyansky", "Dmitry Alexandrovich")),
  ]

  @Test(arguments: initials) func initialDoesNotSwallowAnEqualToken(pair: Pair) {
    let tokens = met(pair, birthDate: "1980-05-17").first?.explanation.evidence[0].tokens ?? []
    #expect(!tokens.isEmpty && tokens.allSatisfy { $0.relation != .split }, "\(tokens)")
  }

  @Test func brotherOnTheListHidesNobody() {
    let max = makeListed("1", [("Versteegen", "Max Emilian")])
    let passenger = TestPassenger(surname: "VERSTEEGEN", given: "M E")
    #expect(screen([passenger], against: [max]).count == 1)
    let brother = makeListed("2", [("Versteegen", "Kees")])
    #expect(screen([passenger], against: [max, brother]).contains { $0.entry == 0 })
  }

  @Test func placeholderForAMissingNameIsNoEvidence() {
    for placeholder in ["LNU", "XXX"] {
      #expect(
        met(((placeholder, "KAREEM"), (placeholder, "Saleem"))).allSatisfy {
          $0.explanation.band != .strong
        })
    }
  }

  @Test func gluedVariantIsMet() {
    #expect(isMet((("NOUREDDINE", "AMINE"), ("Nur al-Din", "Amin"))))
  }

  private func met(_ pair: Pair, birthDate: String? = nil) -> [Match] {
    screen(
      [
        TestPassenger(
          surname: pair.passenger.0, given: pair.passenger.1, birthDate: birthDate)
      ],
      against: [makeListed("1", [pair.listed], birthDates: [birthDate].compactMap { $0 })])
  }

  private func isMet(_ pair: Pair) -> Bool { !met(pair).isEmpty }
}
