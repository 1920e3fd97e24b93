/// Country and nationality codes as feeds, documents and lists write them, brought to one form.
///
/// ISO 3166-1 with the codes of ICAO Doc 9303 part 3, section 5, which stand in machine-readable
/// travel documents. One table lookup, no allocation: it runs once per nationality and document.
public enum CountryCode {
  /// The alpha-3 form of an alpha-1 (`D`), alpha-2 or alpha-3 code in any case.
  ///
  /// British passports of other status (GBD, GBN, GBO, GBP, GBS) become GBR, so that they never
  /// contradict a list that says British. `XXA`, `XXB`, `XXC` (stateless, refugees) and `XXX`
  /// (unspecified) stay as they are: the matcher takes them as unknown.
  /// - Returns: three letters, or ``ShortCode/none`` for what no standard knows.
  public static func alpha3(_ code: ShortCode) -> ShortCode {
    let packed = code.packed
    guard packed != 0, packed < 1 << 24 else { return .none }
    var slot = 0
    if packed & 0xE0_E0E0 == 0x40_4040 {
      // Three upper case letters, as nearly always.
      let first = Int(packed & 0x1F)
      let second = Int(packed >> 8 & 0x1F)
      let third = Int(packed >> 16 & 0x1F)
      guard min(first, second, third) > 0, max(first, second, third) < 27 else { return .none }
      slot = (first &* 27 &+ second) &* 27 &+ third
    } else {
      for position in 0..<3 {
        let byte = upperASCII(code[position])
        guard byte == 0 || (byte >= 0x41 && byte <= 0x5A) else { return .none }
        slot = slot * 27 + (byte == 0 ? 0 : Int(byte) - 0x40)
      }
    }
    return ShortCode(packed: UInt64(table[slot]))
  }

  /// All codes of up to three letters as numbers of base 27 (0 = no letter), each with its alpha-3
  /// form packed as in ``ShortCode``, 0 where there is none.
  private static let table: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 27 * 27 * 27)
    func slot(_ code: Substring) -> Int {
      let letters = code.utf8.map { Int($0) - 0x40 }
      return (0..<3).reduce(0) { $0 * 27 + ($1 < letters.count ? letters[$1] : 0) }
    }
    func enter(_ code: Substring, _ alpha3: Substring) {
      table[slot(code)] = UInt32(truncatingIfNeeded: ShortCode(String(alpha3)).packed)
    }
    for pair in iso3166.split(whereSeparator: \.isWhitespace) {
      enter(pair.prefix(2), pair.dropFirst(2))
      enter(pair.dropFirst(2), pair.dropFirst(2))
    }
    for code in special.split(whereSeparator: \.isWhitespace) { enter(code, code) }
    for pair in synonyms.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: "=")
      enter(parts[0], parts[1])
    }
    return table
  }()

  /// ISO 3166-1: alpha-2 directly followed by alpha-3.
  private static let iso3166 = """
    ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA
    AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES
    BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK
    CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA
    DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA
    GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS
    GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD
    IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA
    KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA
    LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ
    MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC
    NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM
    PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC
    SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV
    SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR
    TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR
    VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE
    """

  /// ICAO 9303 codes that are no ISO country: organisations, stateless persons, Kosovo, the specimen
  /// `UTO`; and states that have ended (ISO 3166-3) but still stand in lists as a nationality.
  private static let special = """
    EUE IAO RKS UNA UNK UNO UTO XBA XCC XCE XCO XCT XDC XEC XES XIM XMP XOM XPO XXA XXB XXC XXX
    ANT CSK DDR NTZ SCG SUN YUG
    """

  /// Other ways of writing a code that the tables above hold.
  private static let synonyms = """
    D=DEU GBD=GBR GBN=GBR GBO=GBR GBP=GBR GBS=GBR UK=GBR EL=GRC EU=EUE UN=UNO XK=RKS XKX=RKS KOS=RKS
    AN=ANT CS=SCG SU=SUN YU=YUG DD=DDR TP=TLS TMP=TLS ZR=COD ZAR=COD BU=MMR BUR=MMR ROM=ROU
    """
}
