/**
 * Words that say nothing about what is bought. common ones are passed over; generic ones (every second contract has
 * them) count for little. Hand-written, like the lexicon.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const SWEDISH = `
alla allt alltid andra annan annat att av avser avseende bara behov behöver behövs bidra bidrar bland blev bli blir
blivit bra bort bättre bäst både båda bör börja börjar cirka dag dagar dagens dagligen de deltar dem den denna deras
dess dessa det detta dig din ditt dock dra dras där därför då dåligt efter eftersom egen eget egna ej eller en enbart
endast enda enkel enkelt enkla enligt er ett exempel exempelvis exkl exklusive fler flera flesta fram framför framtid
framtida framtidens fri fritt från fullt få får fått följande för före först första förbättra förbättrar förslag
försök ge genom genomföra genomförande ger gemensam gemensamma gick gjort gjorts god goda gott grad grund grundad gör
göra gäller gällande gång gånger går ha hade haft han har hela helt heller helst henne hennes hit hjälp hjälpa hjälper
hon hos hur hundra hög höga högre i ibland idag idé idéer igen in inga ingen inget ingår ini inkl inklusive innan inom
inte intill invid istället stället leder ja jag ju just kan kanske klar klara kom komma kommer kring kunde kunna kunnat kvar känns
kort kunder kund lika likt liten litet lite lång långt låg låga lägger lägre längre lätt lättare lösning lösningar
lösningen löser man med medan mellan men mer mera mest mig min mina mindre minska minskar minskat minst mitt mot
mycket många måste mår möjlig möjligt möjlighet möjligheter ner ni nog nu nyare nyskapande någon något några när nära
nästa nästan och också ofta olika om omkring oss per plats platser på redan reda rätt sade samma samman sammans samt
se sedan ser sig sin sina sist sitt själv själva ska skall skapa skapar skulle slag slut små snabb snabbt snart som
sen sent ses stor stora stort större största så sådan sådana sådant såg sätt ta tack tar tid tidigare tidigt till
tills tillsammans tillräckligt tio tror tre trots tvingas två tycker typ typer under upp upplever ut utan utanför ute
utöver vad var vara varandra varför varje varit vars varsin vem vet vi via vid vidare vikt viktig viktiga viktigt
vilka vilken vilket vill visar våra vår vårt väl väldigt växer åt år åren årligen än ändå ännu äntligen är även över
övrig övriga övrigt använd använda använder används användas användning användare arbeta arbetar bygger dela delar
delad erbjuda erbjuder erbjuds finns finnas följa följer föreslår gav handlar hjälpmed hålla håller håll hända händer
hitta hittar innebär innehåller kallad kopplar kopplad kräver krävs köper köpa köps lagar lever levererar leverera
leva ligger lär lära läggs mäter mäta når passar pågår påverkar räcker räknar sker skickar skicka skiner slippa
slipper sparar spara stannar starta startar står stöd stödja stödjer säger söker söka tas tillverkad tillverkade
tillverkas tänker undvika uppfyller upphandlas utveckla utvecklar utvecklas utvecklad vinner visa väljer åker äter
ökar öka ökad sköter sköta flyger flyga rättar rätta rapporterar rapportera sjunger spelar ledig lediga ledigt gratis ersätta ersätter ersatt gjord gjorda baserad baserade baserat hållbar hållbara hållbart miljövänlig
miljövänliga klimatsmart klimatsmarta smart smarta smartare innovativ innovativa modern moderna effektiv effektiva
effektivt effektivare billig billiga billigare hel halva lokal lokala svensk svenska nordisk kommunal kommunala
offentlig offentliga kommun kommuner kommunen kommunens kommuns region regionen regioner län stad staden stadens ab m
mm st kr kv etapp del delen årlig lot dnr nr älskar solen väst öst nord syd västra östra norra södra mellersta
norrbotten västernorrland skåne januari februari mars april maj juni juli augusti september oktober november december
ans avs bl div fl larmar larma varnar lånar låna väger samtliga berörda tusen miljoner kronor procent
`
const ENGLISH = `
a about above across after again all almost along already also always am an and another any anyone anything are around
as at away back based be became because become been before being below best better between both brings build built but
by came can cannot can't cheaper could day days did do does doing don't done down during each early easier easy either
else enable enables end enough ensure etc even ever every everyone everything example far few fewer find first fit
fits for free from full further gave get gets give gives given go goes going good got great had happen has have having he
help helped helping helps her here high higher him his hour hours how however i idea ideas if improve improved
improves in including inside instead into is it its itself just keep keeps kind know large larger last late later
least less let lets like little long longer look love low lower made mainly make makes making many may me mean means
might minute minutes month months more most much must my near need needed needs never newer next no non none nor not
nothing now of off offer offers often old on once one ones only onto or other others our out over own part parts per
perhaps possible provide provided provides providing put quite rather ready really reduce reduced reduces reducing
replace replaces replaced right said same save saves saving say see seen sees several shall she should show shows
simple since single small smaller so solution solutions some someone something soon start still such take takes than
that the their them then there these they thing things this those three through throughout time times to today
together too toward towards turn turns two under until up upon us use used user users uses using usual usually very
via want wants was way ways we week weeks well went were what when where which while who whole whom whose why wide
will with within without work works would year years yet you your smart smarter sustainable innovative modern
efficient local green public city cities municipality municipal municipalities region regional county approach concept
currently fully develop developed developing development-stage create created creates creating deliver delivers
delivered automatically entirely directly
`
/** Words that join others and may be left out of a term without changing what it names. */
export const JOINING = words(
  'av för i på och till med som hos åt från vid ur a an of for in the and on as with by to at from',
)

/** Ignored altogether; their number also tells which language a text is in. */
export const COMMON_SWEDISH = words(SWEDISH)
export const COMMON_ENGLISH = words(ENGLISH)

/** Counted, but for little: they stand in every kind of contract. */
export const GENERIC: ReadonlySet<string> = words(`
tjänst tjänster tjänsten tjänsterna service services servicen system systemet systems produkt produkter produkten
product products digital digitala digitalt avtal ramavtal avtalet ramavtalet upphandling upphandlingen contract
contracts framework procurement leverans leveranser delivery supply supplies utrustning utrustningar equipment
tillbehör accessories diverse various miscellaneous tillhörande related material materials materiel varor vara goods
projekt projektet project projects program verksamhet verksamheter verksamheten enhet enheter unit avdelning område
områden area areas anläggning anläggningar teknik teknisk tekniska technical technology stöd support uppdrag
assignment förvaltning förvaltningen allmän allmänna general särskild särskilda special speciell speciella inköp
purchase köp beställning order drift operation operations konsult konsulter konsulttjänst konsulttjänster konsultstöd
konsultuppdrag konsultation consulting consultancy consultants underhåll underhållstjänster maintenance reparation
reparationer repair repairs entreprenad entreprenader entreprenaden byggentreprenad installation installationer
installations uthyrning hyra rental hire utredning utredningar omhändertagande kontroll control lösning portal
portalen administration administrativ administrativt upprättande framtagande anpassning central övrigt mindre
transport transporter ny nya nytt new arbete arbeten works work utförande genomförande samordnad samordnat löpande
apparat apparater apparatus anordning anordningar device devices artikel artiklar articles instrument föremål objekt
grupp typ funktion funktioner hus huset lokal lokaler lokalen hantering management handling planering planning process
processer behandling treatment information kvalitet quality styck paket package total verk användning utveckling
development app appen plattform platform verktyg tool tools metod method modell model data människor person personer
personen people company companies business företag organisation organisationer organization aktivitet aktiviteter
activities mobil mobile elektronisk elektroniska electronic automatisk automatiska automatic automated olika natur
naturlig natural säker säkra säkerhet safe safety fast fasta lös lösa stationär ekologisk ekologiska organic begagnad
begagnade used sensor sensorer sensors station stationer stations byte utbyte byten renovering renoveringar renoverar
`)
