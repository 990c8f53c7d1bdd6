-- A ledger of format 2 as its version of the program wrote it: sqlite3 .dump, and the two numbers of the file.
BEGIN TRANSACTION;
CREATE TABLE about (
	table_name TEXT NOT NULL, 
	column_name TEXT NOT NULL, 
	meaning TEXT NOT NULL, 
	PRIMARY KEY (table_name, column_name)
);
INSERT INTO "about" VALUES('about','table_name','table the column belongs to');
INSERT INTO "about" VALUES('about','column_name','name of the column');
INSERT INTO "about" VALUES('about','meaning','what the column holds');
INSERT INTO "about" VALUES('runs','run','number of the run, in order');
INSERT INTO "about" VALUES('runs','version','version of the program');
INSERT INTO "about" VALUES('runs','model','hash of the model');
INSERT INTO "about" VALUES('runs','rules','hash of the rules');
INSERT INTO "about" VALUES('runs','started_at','when the run began, UTC, ISO 8601');
INSERT INTO "about" VALUES('runs','finished_at','when the run ended, UTC; null while it runs or when it was broken off');
INSERT INTO "about" VALUES('texts','text_sha256','SHA-256 of the text as UTF-8');
INSERT INTO "about" VALUES('texts','text','the clean text; places count its Unicode code points');
INSERT INTO "about" VALUES('texts','characters','length in code points');
INSERT INTO "about" VALUES('pages','report_id','id of the report made from this page, from address and bytes');
INSERT INTO "about" VALUES('pages','address','path or address as given');
INSERT INTO "about" VALUES('pages','media_type','text/plain or text/html');
INSERT INTO "about" VALUES('pages','size','length of the page in bytes');
INSERT INTO "about" VALUES('pages','page_sha256','SHA-256 of the bytes as they arrived');
INSERT INTO "about" VALUES('pages','retrieved_at','when a fetched page was fetched, UTC; null for files');
INSERT INTO "about" VALUES('pages','run','run that first met the page');
INSERT INTO "about" VALUES('pages','recorded_at','when the ledger learned of the page, UTC');
INSERT INTO "about" VALUES('skips','skip_id','id from address, bytes and reason');
INSERT INTO "about" VALUES('skips','address','path or address as given');
INSERT INTO "about" VALUES('skips','reason','error slug, explained in docs/errors.md');
INSERT INTO "about" VALUES('skips','detail','what was wrong, in words');
INSERT INTO "about" VALUES('skips','page_sha256','SHA-256 of the bytes, where there were any');
INSERT INTO "about" VALUES('skips','run','run that met it first');
INSERT INTO "about" VALUES('skips','recorded_at','when the ledger learned of it, UTC');
INSERT INTO "about" VALUES('readings','reading','number of the reading; the highest of a report is the one that holds');
INSERT INTO "about" VALUES('readings','reading_id','id from report, what made the reading and what the user said of the report');
INSERT INTO "about" VALUES('readings','report_id','the report that was read');
INSERT INTO "about" VALUES('readings','text_sha256','its text');
INSERT INTO "about" VALUES('readings','run','run that made the reading');
INSERT INTO "about" VALUES('readings','version','version of the program that read');
INSERT INTO "about" VALUES('readings','model','hash of the model that read');
INSERT INTO "about" VALUES('readings','rules','hash of the rules that read');
INSERT INTO "about" VALUES('readings','given','what the user said of the report, as JSON');
INSERT INTO "about" VALUES('readings','restricted','1: kept out of exports and pages unless asked for');
INSERT INTO "about" VALUES('readings','url','public address');
INSERT INTO "about" VALUES('readings','outlet','who published the report');
INSERT INTO "about" VALUES('readings','headline','its headline');
INSERT INTO "about" VALUES('readings','published','when it was published, EDTF');
INSERT INTO "about" VALUES('readings','published_from','where that date was found: json-ld, meta, url, text or argument');
INSERT INTO "about" VALUES('readings','updated','when it was last changed, EDTF');
INSERT INTO "about" VALUES('readings','language','language, ISO 639-1');
INSERT INTO "about" VALUES('readings','claim_count','how many claims were read');
INSERT INTO "about" VALUES('readings','figure_count','how many figures were read');
INSERT INTO "about" VALUES('readings','unread_reason','error slug when not all of the text was read');
INSERT INTO "about" VALUES('readings','rest','the record as JSON, without its text, speakers, claims and figures');
INSERT INTO "about" VALUES('readings','recorded_at','when the ledger learned of the reading, UTC');
INSERT INTO "about" VALUES('claims','reading','reading the claim belongs to');
INSERT INTO "about" VALUES('claims','position','place in the reading, from 0');
INSERT INTO "about" VALUES('claims','claim_id','id from the text and the places of the words');
INSERT INTO "about" VALUES('claims','source','who the words are attributed to, as written');
INSERT INTO "about" VALUES('claims','speaker','id of the resolved source');
INSERT INTO "about" VALUES('claims','cue','the words that attribute');
INSERT INTO "about" VALUES('claims','cue_lemma','the lemma they turn on');
INSERT INTO "about" VALUES('claims','stance','what the cue does: neutral, denial, estimate …');
INSERT INTO "about" VALUES('claims','content','what is attributed, as written');
INSERT INTO "about" VALUES('claims','start','first code point of the content');
INSERT INTO "about" VALUES('claims','end','code point after the content');
INSERT INTO "about" VALUES('claims','mode','direct, indirect or mixed');
INSERT INTO "about" VALUES('claims','said','when it was said, EDTF');
INSERT INTO "about" VALUES('claims','negated','1: the cue is negated (did not say)');
INSERT INTO "about" VALUES('claims','hedges','hedging words, joined by a semicolon');
INSERT INTO "about" VALUES('claims','verification','unverified, confirmed, denied or disputed, when the words say so');
INSERT INTO "about" VALUES('claims','via','id of the claim this one is reported inside');
INSERT INTO "about" VALUES('claims','same_as','id of the earlier claim of the report that says the same');
INSERT INTO "about" VALUES('claims','block','kind of block it stands in');
INSERT INTO "about" VALUES('claims','confidence','0 to 1');
INSERT INTO "about" VALUES('claims','record','the whole claim as JSON');
INSERT INTO "about" VALUES('figures','reading','reading the figure belongs to');
INSERT INTO "about" VALUES('figures','position','place in the reading, from 0');
INSERT INTO "about" VALUES('figures','figure_id','id from the text and the places of the words');
INSERT INTO "about" VALUES('figures','claim_id','claim it belongs to; null: in the report''s own voice');
INSERT INTO "about" VALUES('figures','value','the value in short, as the words set it: ≤ 1,000');
INSERT INTO "about" VALUES('figures','exact','bound words and number as written');
INSERT INTO "about" VALUES('figures','start','first code point of the words');
INSERT INTO "about" VALUES('figures','end','code point after the words');
INSERT INTO "about" VALUES('figures','stated','the number as stated');
INSERT INTO "about" VALUES('figures','low','lowest value the words allow to name');
INSERT INTO "about" VALUES('figures','best','the value the words give');
INSERT INTO "about" VALUES('figures','high','highest value the words allow to name');
INSERT INTO "about" VALUES('figures','bound','exact, about, at_least, more_than, at_most, less_than, range or vague');
INSERT INTO "about" VALUES('figures','vague','the vague word (dozens)');
INSERT INTO "about" VALUES('figures','measure','count, money, percent, age, duration …');
INSERT INTO "about" VALUES('figures','unit','what is counted, as written');
INSERT INTO "about" VALUES('figures','unit_lemma','lemma of its head word');
INSERT INTO "about" VALUES('figures','unit_class','people, households, buildings …');
INSERT INTO "about" VALUES('figures','currency','ISO 4217');
INSERT INTO "about" VALUES('figures','per','base of a rate: day, month …');
INSERT INTO "about" VALUES('figures','event','what happened to those counted, as written');
INSERT INTO "about" VALUES('figures','event_lemma','its lemma');
INSERT INTO "about" VALUES('figures','event_type','its type of the closed list, or other');
INSERT INTO "about" VALUES('figures','negated','1: the event is negated');
INSERT INTO "about" VALUES('figures','modality','asserted, feared, possible, expected or planned');
INSERT INTO "about" VALUES('figures','scope','total, new, subset or unknown');
INSERT INTO "about" VALUES('figures','hedges','hedging words, joined by a semicolon');
INSERT INTO "about" VALUES('figures','verification','unverified, confirmed, denied or disputed, when the words say so');
INSERT INTO "about" VALUES('figures','same_as','id of the earlier figure of the report that says the same');
INSERT INTO "about" VALUES('figures','confidence','0 to 1');
INSERT INTO "about" VALUES('figures','record','the whole figure as JSON');
INSERT INTO "about" VALUES('figures','nationality','of those counted, ISO 3166 alpha-3');
INSERT INTO "about" VALUES('figures','status','of those counted: civilian, soldier, student …');
INSERT INTO "about" VALUES('figures','agent','who is said to have done it, as written');
INSERT INTO "about" VALUES('figures','cause','by what means, as written');
INSERT INTO "about" VALUES('figures','subset_of','id of the figure of which this one is a part');
INSERT INTO "about" VALUES('figures','places','where it happened, names joined by a semicolon');
INSERT INTO "about" VALUES('figures','countries','their countries, ISO 3166 alpha-3, joined by a semicolon');
INSERT INTO "about" VALUES('figures','occurred','when it happened, EDTF');
INSERT INTO "about" VALUES('figures','counted_as_of','the moment the count holds for, EDTF');
INSERT INTO "about" VALUES('speakers','reading','reading the speaker belongs to');
INSERT INTO "about" VALUES('speakers','position','place in the reading, from 0');
INSERT INTO "about" VALUES('speakers','speaker_id','id from the text and the places of the mentions');
INSERT INTO "about" VALUES('speakers','name','name, in its fullest form in the report');
INSERT INTO "about" VALUES('speakers','role','office or trade, as written');
INSERT INTO "about" VALUES('speakers','organisation','whom they speak for, as written');
INSERT INTO "about" VALUES('speakers','country','ISO 3166 alpha-3');
INSERT INTO "about" VALUES('speakers','kind','person, organisation, group, place, document, outlet or unknown');
INSERT INTO "about" VALUES('speakers','named','0: nobody is named');
INSERT INTO "about" VALUES('speakers','record','the whole speaker as JSON');
CREATE TABLE claims (
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	claim_id TEXT NOT NULL, 
	source TEXT, 
	speaker TEXT, 
	cue TEXT, 
	cue_lemma TEXT, 
	stance TEXT, 
	content TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	mode TEXT NOT NULL, 
	said TEXT, 
	negated BOOLEAN NOT NULL, 
	hedges TEXT, 
	verification TEXT, 
	via TEXT, 
	same_as TEXT, 
	block TEXT NOT NULL, 
	confidence FLOAT NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (reading, position), 
	FOREIGN KEY(reading) REFERENCES readings (reading)
);
INSERT INTO "claims" VALUES(1,0,'c:fe4f475ff3b362396c3d','The mayor','s:mayor','said','say','neutral','at least 61 people were missing',15,46,'indirect',NULL,0,NULL,NULL,NULL,NULL,'paragraph',0.8,'{"id":"c:fe4f475ff3b362396c3d","source":{"exact":"The mayor","spans":[[0,9]],"speaker":"s:mayor"},"cue":{"exact":"said","spans":[[10,14]],"lemma":"say","stance":"neutral"},"content":{"exact":"at least 61 people were missing","spans":[[15,46]]},"mode":"indirect","said":null,"via":null,"hedges":[],"negated":false,"verification":null,"figures":["f:c33749feaea5ea478001"],"block":"paragraph","same_as":null,"appearances":[],"confidence":0.8}');
INSERT INTO "claims" VALUES(2,0,'c:fe4f475ff3b362396c3d','The mayor','s:mayor','said','say','neutral','at least 61 people were missing',15,46,'indirect',NULL,0,NULL,NULL,NULL,NULL,'paragraph',0.8,'{"id":"c:fe4f475ff3b362396c3d","source":{"exact":"The mayor","spans":[[0,9]],"speaker":"s:mayor"},"cue":{"exact":"said","spans":[[10,14]],"lemma":"say","stance":"neutral"},"content":{"exact":"at least 61 people were missing","spans":[[15,46]]},"mode":"indirect","said":null,"via":null,"hedges":[],"negated":false,"verification":null,"figures":["f:c33749feaea5ea478001"],"block":"paragraph","same_as":null,"appearances":[],"confidence":0.8}');
CREATE TABLE figures (
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	figure_id TEXT NOT NULL, 
	claim_id TEXT, 
	value TEXT NOT NULL, 
	exact TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	stated NUMERIC, 
	low NUMERIC, 
	best NUMERIC, 
	high NUMERIC, 
	bound TEXT NOT NULL, 
	vague TEXT, 
	measure TEXT NOT NULL, 
	unit TEXT, 
	unit_lemma TEXT, 
	unit_class TEXT, 
	currency TEXT, 
	per TEXT, 
	event TEXT, 
	event_lemma TEXT, 
	event_type TEXT, 
	negated BOOLEAN, 
	modality TEXT, 
	scope TEXT NOT NULL, 
	hedges TEXT, 
	verification TEXT, 
	same_as TEXT, 
	confidence FLOAT NOT NULL, 
	record TEXT NOT NULL, 
	nationality TEXT, 
	status TEXT, 
	agent TEXT, 
	cause TEXT, 
	subset_of TEXT, 
	places TEXT, 
	countries TEXT, 
	occurred TEXT, 
	counted_as_of TEXT, 
	PRIMARY KEY (reading, position), 
	FOREIGN KEY(reading) REFERENCES readings (reading)
);
INSERT INTO "figures" VALUES(1,0,'f:c33749feaea5ea478001','c:fe4f475ff3b362396c3d','≥ 61','at least 61',15,26,61,61,NULL,NULL,'at_least',NULL,'count','people','person','people',NULL,NULL,'missing','missing','missing',0,'asserted','unknown',NULL,NULL,NULL,0.9,'{"id":"f:c33749feaea5ea478001","exact":"at least 61","spans":[[15,26]],"stated":61,"low":61,"best":null,"high":null,"bound":"at_least","lean":null,"vague":null,"measure":"count","unit":{"exact":"people","spans":[[27,33]],"supplied":false,"lemma":"person","class":"people","attributes":{"nationality":null,"status":null,"age":null,"sex":null,"words":[]}},"currency":null,"per":null,"event":{"exact":"missing","spans":[[39,46]],"lemma":"missing","type":"missing","negated":false,"modality":"asserted"},"agent":null,"cause":null,"scope":"unknown","subset_of":null,"places":[],"occurred":null,"counted_as_of":null,"hedges":[],"verification":null,"claim":"c:fe4f475ff3b362396c3d","same_as":null,"appearances":[],"confidence":0.9}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(1,1,'f:money',NULL,'2,000,000 USD','2 million dollars',77,94,2000000,2000000,2000000,2000000,'exact',NULL,'money',NULL,NULL,NULL,'USD',NULL,NULL,NULL,NULL,NULL,NULL,'unknown',NULL,NULL,NULL,0.9,'{"id":"f:money","exact":"2 million dollars","spans":[[77,94]],"stated":2000000,"low":2000000,"best":2000000,"high":2000000,"bound":"exact","lean":null,"vague":null,"measure":"money","unit":null,"currency":"USD","per":null,"event":null,"agent":null,"cause":null,"scope":"unknown","subset_of":null,"places":[],"occurred":null,"counted_as_of":null,"hedges":[],"verification":null,"claim":null,"same_as":null,"appearances":[],"confidence":0.9}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(1,2,'f:age',NULL,'61','2 million dollars',77,94,61,61,61,61,'exact',NULL,'age',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'unknown',NULL,NULL,NULL,0.9,'{"id":"f:age","exact":"2 million dollars","spans":[[77,94]],"stated":61,"low":61,"best":61,"high":61,"bound":"exact","lean":null,"vague":null,"measure":"age","unit":null,"currency":null,"per":null,"event":null,"agent":null,"cause":null,"scope":"unknown","subset_of":null,"places":[],"occurred":null,"counted_as_of":null,"hedges":[],"verification":null,"claim":null,"same_as":null,"appearances":[],"confidence":0.9}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(2,0,'f:c33749feaea5ea478001','c:fe4f475ff3b362396c3d','≥ 61','at least 61',15,26,61,61,NULL,NULL,'at_least',NULL,'count','people','person','people',NULL,NULL,'missing','missing','missing',0,'asserted','unknown',NULL,NULL,NULL,0.9,'{"id":"f:c33749feaea5ea478001","exact":"at least 61","spans":[[15,26]],"stated":61,"low":61,"best":null,"high":null,"bound":"at_least","lean":null,"vague":null,"measure":"count","unit":{"exact":"people","spans":[[27,33]],"supplied":false,"lemma":"person","class":"people","attributes":{"nationality":null,"status":null,"age":null,"sex":null,"words":[]}},"currency":null,"per":null,"event":{"exact":"missing","spans":[[39,46]],"lemma":"missing","type":"missing","negated":false,"modality":"asserted"},"agent":null,"cause":null,"scope":"unknown","subset_of":null,"places":[],"occurred":null,"counted_as_of":null,"hedges":[],"verification":null,"claim":"c:fe4f475ff3b362396c3d","same_as":null,"appearances":[],"confidence":0.9}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(2,1,'f:money',NULL,'2,000,000 USD','2 million dollars',77,94,2000000,2000000,2000000,2000000,'exact',NULL,'money',NULL,NULL,NULL,'USD',NULL,NULL,NULL,NULL,NULL,NULL,'unknown',NULL,NULL,NULL,0.9,'{"id":"f:money","exact":"2 million dollars","spans":[[77,94]],"stated":2000000,"low":2000000,"best":2000000,"high":2000000,"bound":"exact","lean":null,"vague":null,"measure":"money","unit":null,"currency":"USD","per":null,"event":null,"agent":null,"cause":null,"scope":"unknown","subset_of":null,"places":[],"occurred":null,"counted_as_of":null,"hedges":[],"verification":null,"claim":null,"same_as":null,"appearances":[],"confidence":0.9}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(2,2,'f:age',NULL,'61','2 million dollars',77,94,61,61,61,61,'exact',NULL,'age',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'unknown',NULL,NULL,NULL,0.9,'{"id":"f:age","exact":"2 million dollars","spans":[[77,94]],"stated":61,"low":61,"best":61,"high":61,"bound":"exact","lean":null,"vague":null,"measure":"age","unit":null,"currency":null,"per":null,"event":null,"agent":null,"cause":null,"scope":"unknown","subset_of":null,"places":[],"occurred":null,"counted_as_of":null,"hedges":[],"verification":null,"claim":null,"same_as":null,"appearances":[],"confidence":0.9}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE pages (
	report_id TEXT NOT NULL, 
	address TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	page_sha256 TEXT NOT NULL, 
	retrieved_at TEXT, 
	run INTEGER NOT NULL, 
	recorded_at TEXT NOT NULL, 
	PRIMARY KEY (report_id), 
	FOREIGN KEY(run) REFERENCES runs (run)
);
INSERT INTO "pages" VALUES('r:e29fec9258b53f6b0365','a.txt','text/plain',95,'b37f181634c329583dd44a87603d9fbf431edf48819df9b730fd18338e883970',NULL,1,'2026-11-25T08:59:32Z');
INSERT INTO "pages" VALUES('r:277579fe9a6ec8895c86','hidden.txt','text/plain',95,'b37f181634c329583dd44a87603d9fbf431edf48819df9b730fd18338e883970',NULL,1,'2026-11-25T08:59:32Z');
CREATE TABLE readings (
	reading INTEGER NOT NULL, 
	reading_id TEXT NOT NULL, 
	report_id TEXT NOT NULL, 
	text_sha256 TEXT NOT NULL, 
	run INTEGER NOT NULL, 
	version TEXT NOT NULL, 
	model TEXT NOT NULL, 
	rules TEXT NOT NULL, 
	given TEXT NOT NULL, 
	restricted BOOLEAN NOT NULL, 
	url TEXT, 
	outlet TEXT, 
	headline TEXT, 
	published TEXT, 
	published_from TEXT, 
	updated TEXT, 
	language TEXT, 
	claim_count INTEGER NOT NULL, 
	figure_count INTEGER NOT NULL, 
	unread_reason TEXT, 
	rest TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	PRIMARY KEY (reading), 
	FOREIGN KEY(report_id) REFERENCES pages (report_id), 
	FOREIGN KEY(text_sha256) REFERENCES texts (text_sha256), 
	FOREIGN KEY(run) REFERENCES runs (run)
);
INSERT INTO "readings" VALUES(1,'n:b1194b8a4e063403543c','r:e29fec9258b53f6b0365','b37f181634c329583dd44a87603d9fbf431edf48819df9b730fd18338e883970',1,'0.1.0','sha256:aa','sha256:bb','{"published":"2016-01-26","outlet":"The Paper","url":null,"language":null,"restricted":false}',0,NULL,'The Paper',NULL,'2016-01-26','argument',NULL,'en',1,3,NULL,'{"produced":{"version":"0.1.0","model":"sha256:aa","rules":"sha256:bb"},"report":{"id":"r:e29fec9258b53f6b0365","address":"a.txt","url":null,"outlet":"The Paper","headline":null,"bylines":[],"published":"2016-01-26","published_from":"argument","updated":null,"language":"en","retrieved_at":null,"page_sha256":"b37f181634c329583dd44a87603d9fbf431edf48819df9b730fd18338e883970","text_sha256":"b37f181634c329583dd44a87603d9fbf431edf48819df9b730fd18338e883970","blocks":[{"kind":"paragraph","start":0,"end":95}]},"comparisons":[],"times":[],"rejected":[],"coverage":{"characters":95,"read":95,"dropped":0,"reason":null}}','2026-11-25T08:59:32Z');
INSERT INTO "readings" VALUES(2,'n:44ed4e4cae52d1b47047','r:277579fe9a6ec8895c86','b37f181634c329583dd44a87603d9fbf431edf48819df9b730fd18338e883970',1,'0.1.0','sha256:aa','sha256:bb','{"published":null,"outlet":null,"url":null,"language":null,"restricted":true}',1,NULL,NULL,NULL,NULL,NULL,NULL,'en',1,3,NULL,'{"produced":{"version":"0.1.0","model":"sha256:aa","rules":"sha256:bb"},"report":{"id":"r:277579fe9a6ec8895c86","address":"hidden.txt","url":null,"outlet":null,"headline":null,"bylines":[],"published":null,"published_from":null,"updated":null,"language":"en","retrieved_at":null,"page_sha256":"b37f181634c329583dd44a87603d9fbf431edf48819df9b730fd18338e883970","text_sha256":"b37f181634c329583dd44a87603d9fbf431edf48819df9b730fd18338e883970","blocks":[{"kind":"paragraph","start":0,"end":95}]},"comparisons":[],"times":[],"rejected":[],"coverage":{"characters":95,"read":95,"dropped":0,"reason":null}}','2026-11-25T08:59:32Z');
CREATE TABLE runs (
	run INTEGER NOT NULL, 
	version TEXT NOT NULL, 
	model TEXT NOT NULL, 
	rules TEXT NOT NULL, 
	started_at TEXT NOT NULL, 
	finished_at TEXT, 
	PRIMARY KEY (run)
);
INSERT INTO "runs" VALUES(1,'0.1.0','sha256:aa','sha256:bb','2026-11-25T08:59:32Z','2026-11-25T08:59:32Z');
CREATE TABLE skips (
	skip_id TEXT NOT NULL, 
	address TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	page_sha256 TEXT, 
	run INTEGER NOT NULL, 
	recorded_at TEXT NOT NULL, 
	PRIMARY KEY (skip_id), 
	FOREIGN KEY(run) REFERENCES runs (run)
);
INSERT INTO "skips" VALUES('k:0eb405a1a3026d2441f1','empty.txt','input.empty','the file is empty',NULL,1,'2026-11-25T08:59:32Z');
CREATE TABLE speakers (
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	speaker_id TEXT NOT NULL, 
	name TEXT, 
	role TEXT, 
	organisation TEXT, 
	country TEXT, 
	kind TEXT NOT NULL, 
	named BOOLEAN NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (reading, position), 
	FOREIGN KEY(reading) REFERENCES readings (reading)
);
INSERT INTO "speakers" VALUES(1,0,'s:mayor',NULL,'mayor',NULL,NULL,'person',0,'{"id":"s:mayor","name":null,"role":"mayor","organisation":null,"country":null,"kind":"person","named":false,"mentions":[[0,9]]}');
INSERT INTO "speakers" VALUES(2,0,'s:mayor',NULL,'mayor',NULL,NULL,'person',0,'{"id":"s:mayor","name":null,"role":"mayor","organisation":null,"country":null,"kind":"person","named":false,"mentions":[[0,9]]}');
CREATE TABLE texts (
	text_sha256 TEXT NOT NULL, 
	text TEXT NOT NULL, 
	characters INTEGER NOT NULL, 
	PRIMARY KEY (text_sha256)
);
INSERT INTO "texts" VALUES('b37f181634c329583dd44a87603d9fbf431edf48819df9b730fd18338e883970','The mayor said at least 61 people were missing.
An aid group put the bill at 2 million dollars.',95);
CREATE INDEX pages_address ON pages (address);
CREATE INDEX skips_address ON skips (address);
CREATE INDEX readings_report ON readings (report_id, reading);
CREATE INDEX speakers_id ON speakers (reading, speaker_id);
CREATE INDEX claims_id ON claims (claim_id);
CREATE INDEX figures_id ON figures (figure_id);
CREATE VIEW v_reports AS
SELECT p.report_id, p.address, r.url, r.outlet, r.headline, r.published, r.published_from, r.language,
       r.claim_count, r.figure_count, r.unread_reason,
       EXISTS (SELECT 1 FROM readings o WHERE o.report_id = p.report_id AND o.restricted) AS restricted,
       r.version, r.model, r.rules, r.recorded_at, p.page_sha256, r.text_sha256, r.reading
FROM pages p JOIN readings r ON r.report_id = p.report_id
WHERE r.reading = (SELECT max(n.reading) FROM readings n WHERE n.report_id = p.report_id);
CREATE VIEW v_speakers AS
SELECT s.speaker_id, s.name, s.role, s.organisation, s.country, s.kind, s.named,
       (SELECT count(*) FROM claims c WHERE c.reading = s.reading AND c.speaker = s.speaker_id) AS claims,
       v.report_id, v.address, v.url, v.outlet, v.headline, v.published, v.restricted, s.reading, s.position
FROM v_reports v JOIN speakers s ON s.reading = v.reading;
CREATE VIEW v_claims AS
SELECT c.claim_id, c.source, (SELECT coalesce(s.name, s.role, s.organisation) FROM speakers s
        WHERE s.reading = c.reading AND s.speaker_id = c.speaker LIMIT 1) AS speaker, c.cue, c.stance, c.content, c.mode, c.said, c.negated,
       c.hedges, c.verification,
       (SELECT count(*) FROM figures f WHERE f.reading = c.reading AND f.claim_id = c.claim_id) AS figures,
       c.block, c.same_as, c.confidence, v.report_id, v.address, v.url, v.outlet, v.headline, v.published,
       v.restricted, c."start", c."end", c.reading, c.position
FROM v_reports v JOIN claims c ON c.reading = v.reading;
CREATE VIEW v_figures AS
SELECT f.figure_id, f.value, f.low, f.best, f.high, f.bound, f.stated, f.measure, f.unit, f.unit_lemma,
       f.unit_class, f.nationality, f.status, f.currency, f.per, f.event, f.event_lemma, f.event_type, f.negated,
       f.modality, f.agent, f.cause, f.scope, f.subset_of, f.places, f.countries, f.occurred, f.counted_as_of,
       c.said, c.source, (SELECT coalesce(s.name, s.role, s.organisation) FROM speakers s
        WHERE s.reading = c.reading AND s.speaker_id = c.speaker LIMIT 1) AS speaker, c.cue, c.stance, f.hedges,
       coalesce(f.verification, c.verification) AS verification,
       f.exact, f.same_as, f.claim_id, f.confidence, v.report_id, v.address, v.url, v.outlet, v.headline,
       v.published, v.restricted, f."start", f."end", f.reading, f.position
FROM v_reports v JOIN figures f ON f.reading = v.reading
LEFT JOIN claims c ON c.reading = f.reading AND c.claim_id = f.claim_id;
CREATE TRIGGER pages_no_update BEFORE UPDATE ON pages BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER pages_no_delete BEFORE DELETE ON pages BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER texts_no_update BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER texts_no_delete BEFORE DELETE ON texts BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER readings_no_update BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER readings_no_delete BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER speakers_no_update BEFORE UPDATE ON speakers BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER speakers_no_delete BEFORE DELETE ON speakers BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER claims_no_update BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER claims_no_delete BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER figures_no_update BEFORE UPDATE ON figures BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER figures_no_delete BEFORE DELETE ON figures BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER skips_no_update BEFORE UPDATE ON skips BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER skips_no_delete BEFORE DELETE ON skips BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER about_no_update BEFORE UPDATE ON about BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER about_no_delete BEFORE DELETE ON about BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
COMMIT;
PRAGMA application_id = 1380274276;
PRAGMA user_version = 2;
