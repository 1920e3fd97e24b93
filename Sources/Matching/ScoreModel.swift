/// Every number by which evidence is weighed, in one versioned place. All weights are hundredths of
/// a bit (log2 of a likelihood ratio); similarities and shares are thousandths.
///
/// The figures follow Fellegi and Sunter (1969): weight = log2(m / u), where m is how often a field
/// relates like this for one person in two records, u how often for two strangers. The u of dates
/// assume birth dates spread over 55 years; m and the name penalties were set on the invented set
/// `names/dev` and checked on `names/national`.
public enum ScoreModel {
  /// Part of a run's identity: to be raised with every change of a number here.
  public static let version = "2"

  // MARK: which pairs are looked at, and which are reported

  /// A pair is looked at when a name aligns at least this well (thousandths) and weighs this much …
  static let nameQualityMin = 780
  static let nameWeightMin = 900
  /// … or at least this well, and is rare enough for that: a long name with a token too many …
  static let heavyQualityMin = 700
  static let heavyWeightMin = 1600
  /// … or, beside a compatible birth date, when it aligns this well.
  static let datedQualityMin = 450
  /// It is reported when all evidence together reaches this, or the name is as good as exact: a
  /// conflict ranks such a pair lower and never hides it.
  static let totalMin = 1000
  /// The same for an alignment below `nameQualityMin` without a compatible birth date.
  static let roughTotalMin = 1500
  static let exactQualityMin = 950
  /// All tokens equal: an exact name is reported however common it is.
  static let equalQuality = 1000

  // MARK: names

  /// No name is stronger evidence than this, however long.
  static let nameWeightMax = 3600
  static let nameWeightLeast = -1200
  /// An unmatched listed token counts this share of a passenger's in the quality.
  static let missingShare = 350
  /// What a thousandth of dissimilarity costs, times ten.
  static let dissimilarityCost = 26
  static let variantCost = 150
  static let nicknameCost = 300
  static let truncationCost = 100
  static let joinCost = 50
  static let initialWeight = 220
  static let orderCost = 120
  static let otherNameCost = 250
  /// Percent that the heaviest, second, … token of a field counts: of names without fields, of
  /// surnames, of given names.
  static let roleShares = [[100, 90, 60, 40, 20], [100, 50, 30, 20], [100, 70, 50, 30]]
  /// Known rarity of a prefix of n letters: the first is for three.
  static let prefixRarity = [450, 650, 850, 1000, 1150]

  /// A passenger's token that the listed name lacks.
  static func extraCost(rarity: Int) -> Int { 100 + rarity / 6 }
  /// A listed token that the passenger's name lacks.
  static func missingCost(rarity: Int) -> Int { 60 + rarity / 12 }

  // MARK: the other fields

  static let dateEqual = 1350
  static let dateSwapped = 850
  static let dateNearYearSameDay = 700
  static let dateJanuaryFirst = 400
  static let dateSameYearPart = 150
  static let dateSameYear = -150
  static let dateNearYear = -350
  static let dateConflict = -900
  /// log2 of the years over which birth dates spread, for ranges: weight = this − log2(years).
  static let dateSpreadYears = 55

  static let genderEqual = 90
  static let genderConflict = -350
  static let nationalityEqual = 200
  static let nationalityConflict = -200
  static let documentEqual = 1800
  /// Lists of documents: the number is of the same issuing state …
  static let documentIssuerEqual = 200
  /// … and it is the number of a document of another kind.
  static let documentTypeConflict = -350

  // MARK: from weight to score and band

  /// The evidence at which the score is one half.
  static let scoreCentre = 1500
  /// So many hundredths of a bit double the odds that the score shows. More than 100, because
  /// fields are not independent and because six decimals must still tell strong hits apart.
  static let scoreScale = 300
  static let strongMin = 2000
  static let mediumMin = 1500
  static let strongNameMin = 900

  /// The score in millionths: 1 / (1 + 2^−((weight − centre) / scale)).
  ///
  /// Computed with additions and multiplications only, so that every machine gets the same bits.
  public static func scoreMillionths(weight: Int) -> Int {
    let exponent = Double(scoreCentre - weight) / Double(scoreScale)
    let clamped = min(max(exponent, -40), 40)
    let whole = clamped.rounded(.down)
    let odds =
      powerOfTwo(fraction: clamped - whole)
      * Double(sign: .plus, exponent: Int(whole), significand: 1)
    return Int((1_000_000 / (1 + odds)).rounded())
  }

  /// The band of the evidence, which is given by field.
  ///
  /// Strong needs more than weight: a birth date that many share makes no strong hit of a name that
  /// hardly fits, and a name that fits makes none beside another birth date. The same document
  /// overrides both.
  public static func band(_ evidence: [FieldEvidence]) -> Band {
    func weight(_ field: EvidenceField) -> Int {
      evidence.first { $0.field == field }?.weightCentibits ?? 0
    }
    let total = evidence.reduce(0) { $0 + $1.weightCentibits }
    let isSound =
      weight(.document) > 0
      || (weight(.name) >= strongNameMin && weight(.birthDate) > dateConflict)
    if total >= strongMin && isSound { return .strong }
    return total >= mediumMin ? .medium : .weak
  }

  /// 2^fraction for 0 ≤ fraction < 1 by its Taylor series.
  private static func powerOfTwo(fraction: Double) -> Double {
    let x = fraction * 0.693147180559945309
    var term = 1.0
    var sum = 1.0
    for n in 1...18 {
      term = term * x / Double(n)
      sum += term
    }
    return sum
  }

  /// 100 · log2(numerator / denominator), rounded down, by integer arithmetic.
  static func log2Centibits(_ numerator: Int, over denominator: Int) -> Int {
    log2Scaled(numerator) - log2Scaled(denominator)
  }

  private static func log2Scaled(_ value: Int) -> Int {
    precondition(value > 0)
    let whole = Int.bitWidth - 1 - value.leadingZeroBitCount
    // The mantissa in 1…2 as 30-bit fixed point; each squaring yields one more binary digit.
    var mantissa = (UInt64(value) << UInt64(62 - whole)) >> 32
    var fraction = 0
    for _ in 0..<12 {
      mantissa = (mantissa * mantissa) >> 30
      fraction <<= 1
      if mantissa >= 1 << 31 {
        mantissa >>= 1
        fraction |= 1
      }
    }
    return whole * 100 + fraction * 100 / 4096
  }
}
