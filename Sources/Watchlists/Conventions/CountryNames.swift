internal import Foundation
internal import Records

/// Countries and nationalities as publishers write them in English: names, adjectives, codes.
enum CountryNames {
  /// The ISO 3166 alpha-3 code of a country's name, of its adjective (`Saudi Arabian`), or of an alpha-2 or alpha-3
  /// code; in any case, with or without diacritics and punctuation.
  /// - Returns: nil for what names no country.
  static func alpha3(_ text: String) -> String? {
    let letters = key(text)
    if letters.isEmpty { return nil }
    if let known = table[letters] { return known }
    if letters.utf8.count <= 3, text.utf8.count <= 4 {
      let code = CountryCode.alpha3(ShortCode(letters.uppercased()))
      if !code.isEmpty { return code.description }
    }
    // `Iraqi national`, `citizen of Iraq`
    for affix in ["national", "nationality", "citizen", "citizenship"]
    where letters.hasSuffix(affix) {
      return table[String(letters.dropLast(affix.count))]
    }
    return nil
  }

  /// Lower case letters of ASCII, without what is not a letter.
  private static func key(_ text: String) -> String {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let plain =
      isASCII
      ? text : text.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
    return String(
      decoding: plain.utf8.compactMap { byte -> UInt8? in
        switch byte {
        case 0x61...0x7A: byte
        case 0x41...0x5A: byte | 0x20
        default: nil
        }
      }, as: UTF8.self)
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for country in names.split(whereSeparator: \.isWhitespace) {
      let parts = country.split(separator: "=")
      for name in parts[1].split(separator: ",") { table[String(name)] = String(parts[0]) }
    }
    return table
  }()

  /// ISO 3166-1 short and official names, names in use besides, and adjectives; states that have ended.
  private static let names = """
    ABW=aruba AFG=afghanistan,islamicrepublicofafghanistan,afghan,afghani
    AGO=angola,republicofangola,angolan AIA=anguilla ALA=alandislands
    ALB=albania,republicofalbania,albanian AND=andorra,principalityofandorra,andorran
    ANT=netherlandsantilles ARE=unitedarabemirates,emirati,uae
    ARG=argentina,argentinerepublic,argentine,argentinian,argentinean
    ARM=armenia,republicofarmenia,armenian ASM=americansamoa ATA=antarctica
    ATF=frenchsouthernterritories ATG=antiguaandbarbuda,antiguan AUS=australia,australian
    AUT=austria,republicofaustria,austrian AZE=azerbaijan,republicofazerbaijan,azerbaijani,azeri
    BDI=burundi,republicofburundi,burundian BEL=belgium,kingdomofbelgium,belgian
    BEN=benin,republicofbenin,beninese BES=bonairesinteustatiusandsaba
    BFA=burkinafaso,burkinabe,burkina,burkinan
    BGD=bangladesh,peoplesrepublicofbangladesh,bangladeshi BGR=bulgaria,republicofbulgaria,bulgarian
    BHR=bahrain,kingdomofbahrain,bahraini
    BHS=bahamas,commonwealthofthebahamas,bahamasthe,thebahamas,bahamian
    BIH=bosniaandherzegovina,republicofbosniaandherzegovina,bosnia,bosnian,bosniaherzegovina,bosnianherzegovinian
    BLM=saintbarthelemy
    BLR=belarus,republicofbelarus,belarusian,belarussian,belorussian,byelorussian
    BLZ=belize,belizean BMU=bermuda
    BOL=boliviaplurinationalstateof,bolivia,plurinationalstateofbolivia,bolivian
    BRA=brazil,federativerepublicofbrazil,brazilian BRB=barbados,barbadian
    BRN=bruneidarussalam,brunei,bruneian BTN=bhutan,kingdomofbhutan,bhutanese BVT=bouvetisland
    BWA=botswana,republicofbotswana,botswanan,motswana
    CAF=centralafricanrepublic,centralafrican,centralafricanrep,car CAN=canada,canadian
    CCK=cocoskeelingislands CHE=switzerland,swissconfederation,swiss
    CHL=chile,republicofchile,chilean
    CHN=china,peoplesrepublicofchina,chinese,chinapeoplesrepublicof,mainlandchina,prc
    CIV=cotedivoire,republicofcotedivoire,ivorycoast,ivorian
    CMR=cameroon,republicofcameroon,cameroonian
    COD=congothedemocraticrepublicofthe,democraticrepublicofthecongo,congodemocraticrepublicofthe,democraticrepublicofcongo,congodemocraticrepublic,drcongo,drc,congolese,zaire,congokinshasa,congolesedrc,congodemocraticrepublicof,congodemrep
    COG=congo,republicofthecongo,congobrazzaville,congolesebrazzaville,congorepublicofthe,congorepublic,congorepublicof
    COK=cookislands COL=colombia,republicofcolombia,colombian
    COM=comoros,unionofthecomoros,comoran,comorian
    CPV=caboverde,republicofcaboverde,capeverde,capeverdean,caboverdean
    CRI=costarica,republicofcostarica,costarican CSK=czechoslovakia,czechoslovak
    CUB=cuba,republicofcuba,cuban CUW=curacao CXR=christmasisland CYM=caymanislands
    CYP=cyprus,republicofcyprus,cypriot CZE=czechia,czechrepublic,czech
    DDR=eastgermany,germandemocraticrepublic
    DEU=germany,federalrepublicofgermany,german,germanyfederalrepublicof
    DJI=djibouti,republicofdjibouti,djiboutian DMA=dominica,commonwealthofdominica
    DNK=denmark,kingdomofdenmark,danish DOM=dominicanrepublic,dominican,dominicanrep
    DZA=algeria,peoplesdemocraticrepublicofalgeria,algerian
    ECU=ecuador,republicofecuador,ecuadorian,ecuadorean EGY=egypt,arabrepublicofegypt,egyptian
    ERI=eritrea,thestateoferitrea,eritrean ESH=westernsahara ESP=spain,kingdomofspain,spanish
    EST=estonia,republicofestonia,estonian
    ETH=ethiopia,federaldemocraticrepublicofethiopia,ethiopian FIN=finland,republicoffinland,finnish
    FJI=fiji,republicoffiji,fijian FLK=falklandislandsmalvinas FRA=france,frenchrepublic,french
    FRO=faroeislands FSM=micronesiafederatedstatesof,federatedstatesofmicronesia,micronesia
    GAB=gabon,gaboneserepublic,gabonese
    GBR=unitedkingdom,unitedkingdomofgreatbritainandnorthernireland,british,uk,greatbritain,britain,england,scotland,wales,northernireland,english,scottish
    GEO=georgia,georgian,republicofgeorgia GGY=guernsey GHA=ghana,republicofghana,ghanaian
    GIB=gibraltar GIN=guinea,republicofguinea,guinean GLP=guadeloupe
    GMB=gambia,republicofthegambia,gambiathe,thegambia,gambian
    GNB=guineabissau,republicofguineabissau,bissauguinean
    GNQ=equatorialguinea,republicofequatorialguinea,equatorialguinean,equatoguinean
    GRC=greece,hellenicrepublic,greek GRD=grenada,grenadian GRL=greenland
    GTM=guatemala,republicofguatemala,guatemalan GUF=frenchguiana GUM=guam
    GUY=guyana,republicofguyana,guyanese
    HKG=hongkong,hongkongspecialadministrativeregionofchina,hongkongsar,hongkongchina
    HMD=heardislandandmcdonaldislands HND=honduras,republicofhonduras,honduran
    HRV=croatia,republicofcroatia,croatian HTI=haiti,republicofhaiti,haitian HUN=hungary,hungarian
    IDN=indonesia,republicofindonesia,indonesian IMN=isleofman IND=india,republicofindia,indian
    IOT=britishindianoceanterritory IRL=ireland,irish,republicofireland,eire
    IRN=iranislamicrepublicof,iran,islamicrepublicofiran,iranian IRQ=iraq,republicofiraq,iraqi
    ISL=iceland,republicoficeland,icelandic ISR=israel,stateofisrael,israeli
    ITA=italy,italianrepublic,italian JAM=jamaica,jamaican JEY=jersey
    JOR=jordan,hashemitekingdomofjordan,jordanian JPN=japan,japanese
    KAZ=kazakhstan,republicofkazakhstan,kazakhstani,kazakh KEN=kenya,republicofkenya,kenyan
    KGZ=kyrgyzstan,kyrgyzrepublic,kyrgyz,kyrgyzstani,kirgizstan,kirghizia
    KHM=cambodia,kingdomofcambodia,cambodian,kampuchea KIR=kiribati,republicofkiribati
    KNA=saintkittsandnevis,stkittsandnevis,kittitian
    KOR=korearepublicof,southkorea,koreasouth,southkorean,republicofkorea
    KWT=kuwait,stateofkuwait,kuwaiti LAO=laopeoplesdemocraticrepublic,laos,laotian,lao
    LBN=lebanon,lebaneserepublic,lebanese LBR=liberia,republicofliberia,liberian
    LBY=libya,libyan,libyanarabjamahiriya,stateoflibya LCA=saintlucia,stlucia,saintlucian
    LIE=liechtenstein,principalityofliechtenstein,liechtensteiner
    LKA=srilanka,democraticsocialistrepublicofsrilanka,srilankan
    LSO=lesotho,kingdomoflesotho,basotho LTU=lithuania,republicoflithuania,lithuanian
    LUX=luxembourg,grandduchyofluxembourg,luxembourgish,luxembourger
    LVA=latvia,republicoflatvia,latvian
    MAC=macao,macaospecialadministrativeregionofchina,macau,macaosar MAF=saintmartinfrenchpart
    MAR=morocco,kingdomofmorocco,moroccan MCO=monaco,principalityofmonaco,monegasque
    MDA=moldovarepublicof,moldova,republicofmoldova,moldovan
    MDG=madagascar,republicofmadagascar,malagasy MDV=maldives,republicofmaldives,maldivian
    MEX=mexico,unitedmexicanstates,mexican
    MHL=marshallislands,republicofthemarshallislands,marshallese
    MKD=northmacedonia,republicofnorthmacedonia,macedonia,macedonian,fyrom,theformeryugoslavrepublicofmacedonia,macedoniatheformeryugoslavrepublicof,northmacedoniatherepublicof
    MLI=mali,republicofmali,malian MLT=malta,republicofmalta,maltese
    MMR=myanmar,republicofmyanmar,burma,burmese,myanmarburma,burmamyanmar MNE=montenegro,montenegrin
    MNG=mongolia,mongolian MNP=northernmarianaislands,commonwealthofthenorthernmarianaislands
    MOZ=mozambique,republicofmozambique,mozambican
    MRT=mauritania,islamicrepublicofmauritania,mauritanian MSR=montserrat MTQ=martinique
    MUS=mauritius,republicofmauritius,mauritian MWI=malawi,republicofmalawi,malawian
    MYS=malaysia,malaysian MYT=mayotte NAM=namibia,republicofnamibia,namibian NCL=newcaledonia
    NER=niger,republicoftheniger,nigerien NFK=norfolkisland
    NGA=nigeria,federalrepublicofnigeria,nigerian NIC=nicaragua,republicofnicaragua,nicaraguan
    NIU=niue
    NLD=netherlands,kingdomofthenetherlands,dutch,thenetherlands,netherlandsthe,holland,netherlandskingdomofthe
    NOR=norway,kingdomofnorway,norwegian NPL=nepal,federaldemocraticrepublicofnepal,nepalese,nepali
    NRU=nauru,republicofnauru NZL=newzealand,newzealander OMN=oman,sultanateofoman,omani
    PAK=pakistan,islamicrepublicofpakistan,pakistani PAN=panama,republicofpanama,panamanian
    PCN=pitcairn PER=peru,republicofperu,peruvian
    PHL=philippines,republicofthephilippines,philippine,filipino,thephilippines
    PLW=palau,republicofpalau,palauan
    PNG=papuanewguinea,independentstateofpapuanewguinea,papuanewguinean
    POL=poland,republicofpoland,polish PRI=puertorico
    PRK=koreademocraticpeoplesrepublicof,northkorea,democraticpeoplesrepublicofkorea,koreanorth,northkorean,dprk,koreadpr
    PRT=portugal,portugueserepublic,portuguese PRY=paraguay,republicofparaguay,paraguayan
    PSE=palestinestateof,thestateofpalestine,palestine,palestinian,stateofpalestine,palestinianterritories,occupiedpalestinianterritory,westbank,gaza,gazastrip,palestinianterritory,occupiedpalestinianterritories,palestinianoccupiedterritory
    PYF=frenchpolynesia QAT=qatar,stateofqatar,qatari REU=reunion
    RKS=kosovo,kosovar,republicofkosovo,kosovan ROU=romania,rumania,romanian
    RUS=russianfederation,russia,russian RWA=rwanda,rwandeserepublic,rwandan
    SAU=saudiarabia,kingdomofsaudiarabia,saudi,saudiarabian SCG=serbiaandmontenegro
    SDN=sudan,republicofthesudan,sudanese,thesudan SEN=senegal,republicofsenegal,senegalese
    SGP=singapore,republicofsingapore,singaporean SGS=southgeorgiaandthesouthsandwichislands
    SHN=sainthelenaascensionandtristandacunha SJM=svalbardandjanmayen
    SLB=solomonislands,solomonislander SLE=sierraleone,republicofsierraleone,sierraleonean
    SLV=elsalvador,republicofelsalvador,salvadoran,salvadorian
    SMR=sanmarino,republicofsanmarino,sammarinese
    SOM=somalia,federalrepublicofsomalia,somali,somalian SPM=saintpierreandmiquelon
    SRB=serbia,republicofserbia,serbian SSD=southsudan,republicofsouthsudan,southsudanese
    STP=saotomeandprincipe,democraticrepublicofsaotomeandprincipe
    SUN=sovietunion,formersovietunion,ussr,soviet,unionofsovietsocialistrepublics,formerussr
    SUR=suriname,republicofsuriname,surinamese SVK=slovakia,slovakrepublic,slovak,slovakian
    SVN=slovenia,republicofslovenia,slovenian,slovene SWE=sweden,kingdomofsweden,swedish
    SWZ=eswatini,kingdomofeswatini,swaziland,swazi SXM=sintmaartendutchpart
    SYC=seychelles,republicofseychelles,seychellois SYR=syrianarabrepublic,syria,syrian
    TCA=turksandcaicosislands TCD=chad,republicofchad,chadian TGO=togo,togoleserepublic,togolese
    THA=thailand,kingdomofthailand,thai
    TJK=tajikistan,republicoftajikistan,tajik,tajikistani,tadzhikistan TKL=tokelau
    TKM=turkmenistan,turkmen
    TLS=timorleste,democraticrepublicoftimorleste,easttimor,timorese,easttimorese
    TON=tonga,kingdomoftonga,tongan
    TTO=trinidadandtobago,republicoftrinidadandtobago,trinidad,trinidadian,trinidadtobago
    TUN=tunisia,republicoftunisia,tunisian TUR=turkiye,republicofturkiye,turkish,turkey TUV=tuvalu
    TWN=taiwanprovinceofchina,taiwan,taiwanese
    TZA=tanzaniaunitedrepublicof,tanzania,unitedrepublicoftanzania,tanzanian
    UGA=uganda,republicofuganda,ugandan UKR=ukraine,ukrainian UMI=unitedstatesminoroutlyingislands
    URY=uruguay,easternrepublicofuruguay,uruguayan
    USA=unitedstates,unitedstatesofamerica,american,us,usa,uscitizen
    UZB=uzbekistan,republicofuzbekistan,uzbek,uzbekistani
    VAT=holyseevaticancitystate,vatican,vaticancity,holysee
    VCT=saintvincentandthegrenadines,stvincentandthegrenadines
    VEN=venezuelabolivarianrepublicof,venezuela,bolivarianrepublicofvenezuela,venezuelan
    VGB=virginislandsbritish,britishvirginislands VIR=virginislandsus,virginislandsoftheunitedstates
    VNM=vietnam,socialistrepublicofvietnam,vietnamese VUT=vanuatu,republicofvanuatu,nivanuatu
    WLF=wallisandfutuna WSM=samoa,independentstateofsamoa,samoan
    XXA=stateless,statelessperson,nonestateless YEM=yemen,republicofyemen,yemeni
    YUG=yugoslavia,formeryugoslavia,yugoslav,yugoslavian,socialistfederalrepublicofyugoslavia
    ZAF=southafrica,republicofsouthafrica,southafrican ZMB=zambia,republicofzambia,zambian
    ZWE=zimbabwe,republicofzimbabwe,zimbabwean
    """
}
