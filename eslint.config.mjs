import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noVscode = {
  name: 'vscode',
  message: 'Only platform, commands, tree, panels, container and extension may use vscode.',
};
const noAzure = { group: ['@azure/*'], message: 'Only src/azure may use the Azure SDK; reach it through a port.' };
const noNode = { group: ['node:*'], message: 'This room is pure: take what you need as a parameter or a port.' };

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'test-results/', '.vscode-test/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.json',
          'webview-ui/tsconfig.json',
          'test/webview-ui/tsconfig.json',
          'test/integration/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // An index signature with noPropertyAccessFromIndexSignature off: bracket access marks a wire key on purpose.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'webview-ui/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Use crypto for nonces; take randomness as a parameter elsewhere.',
        },
        { property: 'innerHTML', message: 'Alert text is hostile: render with lit templates.' },
        { property: 'outerHTML', message: 'Alert text is hostile: render with lit templates.' },
        { property: 'insertAdjacentHTML', message: 'Alert text is hostile: render with lit templates.' },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'lit-html/directives/unsafe-html.js', message: 'Alert text is hostile.' }] },
      ],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/protocol/**/*.ts', 'src/services/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: [noVscode], patterns: [noAzure, noNode] }],
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Pure room.' },
        { name: 'setTimeout', message: 'Pure room: take a port.' },
        { name: 'setInterval', message: 'Pure room: take a port.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Time is a parameter here.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is a parameter here.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['*.js', '*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
);
