/**
 * Marks of registration districts, older ones that districts give out again included; without those of parliaments,
 * governments and forces (BD, NRW, THW, Y and so on).
 */
const districts =
  'A AA AB ABG ABI AC AE AH AIB AIC AK ALF ALZ AM AN ANA ANG ANK AP APD ARN ART AS ASL ASZ AT AU AUR AW AZ AZE AÖ B ' +
  'BA BAD BAR BB BBG BC BCH BE BED BER BF BGD BGL BH BI BID BIN BIR BIT BIW BK BKS BL BLB BLK BM BN BNA BO BOG BOH ' +
  'BOR BOT BRA BRB BRG BRK BRL BRV BS BSB BSK BT BTF BUL BZ BÖ BÜD BÜR BÜS BÜZ C CA CAS CB CE CHA CLP CLZ CO COC ' +
  'COE CR CUX CW D DA DAH DAN DAU DBR DD DE DEG DEL DGF DH DI DIL DIN DIZ DKB DL DLG DM DN DO DON DU DUD DW DZ DÜW ' +
  'E EA EB EBE EBN EBS ECK ED EE EF EG EH EI EIC EIL EIN EIS EL EM EMD EMS EN ER ERB ERH ERK ERZ ES ESB ESW EU EW F ' +
  'FB FD FDB FDS FEU FF FFB FG FI FKB FL FLÖ FN FO FOR FR FRG FRI FRW FS FT FTL FW FZ FÜ FÜS G GA GAN GAP GC GD GDB ' +
  'GE GEL GEO GER GF GG GHA GHC GI GK GL GLA GM GMN GN GNT GOA GOH GP GR GRA GRH GRI GRM GRZ GS GT GTH GUB GUN GV ' +
  'GVM GW GZ GÖ GÜ H HA HAB HAL HAM HAS HB HBN HBS HC HCH HD HDH HDL HE HEB HEF HEI HER HET HF HG HGN HGW HH HHM HI ' +
  'HIG HIP HK HL HM HMÜ HN HO HOG HOH HOL HOM HOR HOT HP HR HRO HS HSK HST HU HV HVL HWI HX HY HZ HÖS IGB IK IL ILL ' +
  'IN IZ J JE JL JÜL K KA KB KC KE KEH KEL KEM KF KG KH KI KIB KK KL KLE KLZ KM KN KO KR KRU KS KT KU KUS KW KY KYF ' +
  'KÖN KÖT KÖZ KÜN L LA LAN LAU LB LBS LBZ LC LD LDK LDS LEO LER LEV LF LG LH LI LIB LIF LIP LL LM LN LOS LP LR LRO ' +
  'LSZ LU LUP LWL LÖ LÖB LÜN M MA MAB MAI MAK MAL MB MC MD ME MED MEG MEI MEK MEL MER MET MG MGH MGN MH MHL MI MIL ' +
  'MK MKK ML MM MN MO MOD MOL MON MOS MQ MR MS MSE MSH MSP MST MTK MTL MW MY MYK MZ MZG MÜ MÜB MÜR N NAB NAI NAU NB ' +
  'ND NDH NE NEA NEB NEC NEN NES NEW NF NH NI NK NM NMB NMS NOH NOL NOM NOR NP NR NT NU NVP NW NWM NY NZ NÖ OA OAL ' +
  'OB OBB OBG OC OCH OD OE OF OG OH OHA OHV OHZ OK OL OP OPR OS OSL OTW OVI OVL OVP OZ P PA PAF PAN PAR PB PCH PE ' +
  'PEG PF PI PIR PL PLÖ PM PN PR PRÜ PS PW PZ QFT QLB R RA RC RD RDG RE REG REH REI RG RH RI RID RIE RL RM RN RO ' +
  'ROD ROF ROK ROL ROS ROT ROW RP RS RSL RT RU RV RW RZ RÜD RÜG S SAB SAD SAL SAN SAW SB SBG SBK SC SCZ SDH SDL SDT ' +
  'SE SEB SEE SEF SEL SFB SFT SG SGH SH SHA SHG SHK SHL SI SIG SIM SK SL SLE SLF SLG SLK SLN SLS SLZ SLÜ SM SMÜ SN ' +
  'SO SOB SOG SOK SON SP SPB SPN SR SRB SRO ST STA STB STD STE STL STO SU SUL SW SWA SY SZ SZB SÄK SÖM SÜW TBB TDO ' +
  'TE TET TF TG TIR TO TP TR TS TT TUT TÖL TÜ UE UEM UER UFF UH UL UM UN USI V VAI VB VEC VER VG VIB VIE VIT VK VOH ' +
  'VR VS W WA WAF WAK WAN WAR WAT WB WBG WBS WDA WE WEL WEN WER WES WF WG WHV WI WIL WIS WIT WIZ WK WL WLG WM WMS ' +
  'WN WND WO WOB WOH WOL WOR WOS WR WRN WS WSF WST WSW WT WTL WTM WUG WUN WUR WW WZ WZL WÜ WÜM Z ZE ZEL ZI ZIG ZP ' +
  'ZR ZW ZZ ÖHR ÜB';

const known: ReadonlySet<string> = new Set(districts.split(' '));

/** District, one or two letters, one to four digits; E (electric) or H (historic); months of a seasonal plate. */
const shape = /^([A-ZÄÖÜ]{1,3})[ -]([A-Z]{1,2})[ -]?([1-9]\d{0,3}) ?([EH]?)(?: ?(0[1-9]|1[0-2])[-/](0[1-9]|1[0-2]))?$/u;

/**
 * A German licence plate with district: `M-AB 1234`, `TÖL-X 7H`, `B-CD 12E 04-10`; a blank may stand for the hyphen,
 * small letters count as capitals. Eight characters at most, a seasonal plate runs two to eleven months. Plates of
 * authorities and diplomats, red and short-term plates have other forms.
 * Source: §§ 9 to 11 FZV and annex 4; districts: list of the Bundesministerium für Verkehr as published by the
 * Kraftfahrt-Bundesamt, as of July 2023.
 */
export function isLicencePlateDe(text: string): boolean {
  const [, district = '', letters = '', digits = '', kind = '', first, last] = shape.exec(text.toUpperCase()) ?? [];
  if (!known.has(district) || district.length + letters.length + digits.length + kind.length > 8) return false;
  if (first === undefined || last === undefined) return true;
  const months = ((Number(last) - Number(first) + 12) % 12) + 1;
  return months >= 2 && months <= 11;
}
