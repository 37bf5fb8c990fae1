// Signing in, in a bundle of its own: the view shows what is kept on this machine before anybody signs in.
export { askForPrincipal, forgetPrincipal } from './askForPrincipal.ts';
export { askHow } from './askHow.ts';
export { credentialFor } from './credentialFor.ts';
export { diagnose } from './diagnose.ts';
export { signInInteractively } from './signInInteractively.ts';
export { tellOfSignIn } from './tellOfSignIn.ts';
export { tellOfWrongCloud } from './tellOfWrongCloud.ts';
export { whileDiagnosing, whileSigningIn } from './signInNotices.ts';
