import { redactPairs } from './redactPairs.ts';

/** What stands in the place of a secret. */
const redacted = '⟨redacted⟩';

/** A secret that is known by its form wherever it stands. Each expression takes time linear in the text. */
const shapes: readonly RegExp[] = [
  // A private key, to its end or to that of the text: output may be cut within.
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----(?:(?!-----END)[\s\S])*(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----)?/g,
  // JSON Web Tokens: Entra ID, Kubernetes service accounts.
  /\beyJ[\w-]{8,}\.[\w-]{2,}(?:\.[\w-]*)?/g,
  // Client secrets of Entra ID.
  /(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,34}(?![\w~.-])/g,
  // Keys of 64 and of 32 bytes in base64: storage, Cosmos DB; Service Bus, Event Hubs, IoT.
  /(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{43}=)(?!=)/g,
  // Newer keys of Azure have a mark of their service near their end, so that they can be found where they leak.
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{32,76}(?:\+ASt|\+AEh|\+ASb|\+ARm|AIoT|AzEG|AzSe|AzCa|AzFu|APIM|ACDb|\+ACR)[A-Za-z0-9+/]{5,10}={0,2}/g,
  /(?<![A-Za-z0-9])[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}(?![A-Za-z0-9])/g,
  // Tokens of services that leave their name in them.
  /\b(?:gh[opusr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|npm_[A-Za-z0-9]{30,}|xox[abeoprs]-[\w-]{10,}|sk-[\w-]{20,}|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[\w-]{35}|SG\.[\w-]{16,}\.[\w-]{16,})/g,
];

/** A secret that is known by what stands before it, in the first group. */
const places: readonly RegExp[] = [
  // The signature of a shared access signature. What it allows, and until when, stays readable.
  /((?:^|[?&;"'\s]|%26)sig(?:=|%3D))[^&\s"'<>;,]{8,}/gim,
  // User information in addresses.
  /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/?#"'<>]{0,200}:)[^\s@/?#"'<>]{1,500}(?=@)/gi,
  // Headers.
  /(\b(?:proxy-)?authorization["']?\s{0,5}[:=]\s{0,5}["']?(?:bearer|basic|sharedkey|negotiate|digest|sharedaccesssignature)\s{1,5})[^\r\n"']+/gi,
  /(\bbearer\s{1,5})[\w.~+/=-]{16,}/gi,
  /(\b(?:set-)?cookie["']?\s{0,5}[:=]\s{0,5}["']?)[^\r\n"']+/gi,
  // Parts of connection strings that have names of their own.
  /(\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|SharedSecretValue)\s{0,3}=\s{0,3})[^;\s"',]+/gi,
];

/** Sequences that terminals obey: a colour in the middle of a name would hide it from what follows. */
const sequences =
  // eslint-disable-next-line no-control-regex -- Control characters are what it looks for.
  /\u001b(?:\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)|[[()#;?]{0,5}(?:\d{1,4}(?:;\d{0,4}){0,10})?[\dA-Za-z=><~])/g;

/** Output and commands of tools without what looks like a secret: rather too much is taken out than too little. */
export function redactOutput(text: string): string {
  return redactPairs(redactWords(text.replaceAll(sequences, '')), redacted);
}

/** What people wrote, without keys and tokens that were pasted. Their words stay: "Password: reset by Ada". */
export function redactWords(text: string): string {
  const withoutShapes = shapes.reduce((rest, shape) => rest.replaceAll(shape, redacted), text);
  return places.reduce((rest, place) => rest.replaceAll(place, `$1${redacted}`), withoutShapes);
}
