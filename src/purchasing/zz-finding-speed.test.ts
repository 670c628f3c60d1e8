import { describe, expect, test } from 'vitest'
import { sql } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { pagesOn } from './testing.js'
const W = `array['kontorsmöbler','elbussar','skolmåltider','kaffemaskiner','snöröjning','städtjänster','datorer','servrar','livsmedel','fisk','mejerivaror','arbetskläder','vägunderhåll','konsulttjänster','arkitekttjänster','vikarier','läkemedel','hjälpmedel','rullstolar','taxiresor','skolskjuts','asfaltering','belysning','solceller','avfallshämtning','sopbilar','lekplatser','böcker','tryckeri','bevakning','fastighetsdrift','ventilation','hissar','målning','golvläggning','utbildning','tolkförmedling','telefoni','programvara','lärplattform']`
const N = `array['Norr','Söder','Berg','Dal','Sjö','Skog','Hav','Strand','Ek','Björk','Lind','Gran','Sten','Kvarn','Bruk','Hamn','Fyr','Älv','Ås','Mark']`
describe.each(testDatabases())('$name', ({ open }) => {
  test('speed', async () => {
    const { db, close } = await open()
    const run = (q: string) => sql.raw(q).execute(db)
    const I = `'00000000-0000-0000-0000-000000000001'`
    await run(`insert into purchasing.import (id,file,format,digest,started_at,finished_at,actor,published_at) values (${I},'x','supplier-ledger','d',now(),now(),'a',now())`)
    await run(`insert into purchasing.buyer (organisation_number,name,sector,import) select (2120000000+g)::text, (${N})[1+g%20]||(${N})[1+(g/20)%20]||' kommun','municipality',${I} from generate_series(1,300) g`)
    await run(`insert into purchasing.supplier (address,organisation_number,kind,may_publish) select 's'||g,(5560000000+g)::text,'company',true from generate_series(1,10000) g`)
    await run(`insert into purchasing.supplier_shown (supplier,reach,name,organisation_number) select k.id,r,(${N})[1+(k.id%20)]||lower((${N})[1+(k.id/20)%20])||' '||(${W})[1+(k.id*7)%40]||' AB',k.organisation_number from purchasing.supplier k, unnest(array['internal','published']) r`)
    await run(`insert into purchasing.procurement (address,buyer,reference) select 'p'||g,1+g%300,'UPP-'||g from generate_series(1,20000) g`)
    await run(`insert into purchasing.procurement_shown (procurement,reach,import,line,title,category,dynamic_system,published_on) select p.id,r,${I},1,initcap((${W})[1+(p.id*13)%40])||' och '||(${W})[1+(p.id*17)%39]||' '||(${N})[1+(p.id*3)%20],lpad((10000000+(p.id*7919)%89999999)::text,8,'0'),false,date '2024-01-01'+(p.id%900)::int from purchasing.procurement p, unnest(array['internal','published']) r`)
    await run(`insert into purchasing.contract (address,buyer,number) select 'c'||g,1+g%300,'A-'||g from generate_series(1,20000) g`)
    await run(`insert into purchasing.contract_source (procurement,supplier,import,line,contract,title) select c.id,1+c.id%10000,${I},1,c.id,'x' from purchasing.contract c`)
    await run(`insert into purchasing.award (procurement,lot,supplier,import,line) select p.id,'1',1+(p.id*3)%10000,${I},1 from purchasing.procurement p`)
    await run(`insert into purchasing.contract_shown (contract,reach,import,line,procurement,title,category,case_number,callers,days,ends_on) select c.id,r,${I},1,c.id,initcap((${W})[1+(c.id*13)%40])||' och '||(${W})[1+(c.id*17)%39]||' '||(${N})[1+(c.id*3)%20],lpad((10000000+(c.id*7919)%89999999)::text,8,'0'),'KS 2024/'||c.id,'',array[]::date[],date '2026-01-01'+(c.id%900)::int from purchasing.contract c, unnest(array['internal','published']) r`)
    await run(`insert into purchasing.account (buyer,code,text,kind,confidence,because,publishable) select 1+g%300,(4000+g%3000)::text,initcap((${W})[1+(g*11)%40])||' '||g,'purchase','strong','{}',true from generate_series(1,5000) g`)
    await run(`insert into purchasing.unit (buyer,name) select 1+g%300,'Förskolan '||(${N})[1+g%20]||' '||g from generate_series(1,2000) g`)
    await run(`insert into purchasing.standing select b.id, m::date, r, ${I} from purchasing.buyer b, generate_series(date '2024-01-01',date '2025-12-01',interval '1 month') m, unnest(array['internal','published']) r`)
    await run(`insert into purchasing.spend (import,buyer,unit,supplier,account,month,currency,amount,lines) select ${I},a.buyer,(select min(u.id)+(a.id%6)*300 from purchasing.unit u where u.buyer=a.buyer),1+(a.id*31)%10000,a.id,m::date,'SEK',1000,1 from purchasing.account a, generate_series(date '2024-01-01',date '2025-12-01',interval '1 month') m`)
    await run(`insert into purchasing.spend_by_account (import,buyer,unit,account,month,currency,named,amount,lines) select import,buyer,unit,account,month,currency,true,amount,lines from purchasing.spend`)
    for (const t of ['supplier','supplier_shown','procurement','procurement_shown','contract','contract_source','contract_shown','award','account','unit','spend','spend_by_account','standing','buyer']) await run(`analyze purchasing.${t}`)
    const { addressesFor } = pagesOn(() => db)
    const times: string[] = []
    for (const reach of ['published', 'internal'] as const)
      for (const q of ['buss','skolmat','möbler','datorer norr','kontorsmölber','A-777','norrdal','furniture','a','förskolan ek','xyzzyqv plopp','it','kommun']) {
        const path = `/search?q=${encodeURIComponent(q)}`
        const all: number[] = []
        let length = 0
        for (let i = 0; i < 5; i++) {
          const t = performance.now()
          const r = await addressesFor(reach).request(path)
          length = (await r.text()).length
          expect(r.status).toBe(200)
          all.push(performance.now() - t)
        }
        times.push(`${reach} ${q}: ${all.sort((a, b) => a - b)[2]!.toFixed(0)} ms (max ${all[4]!.toFixed(0)}, ${length})`)
      }
    console.log(times.join('\n'))
    await close()
  }, 300000)
})
