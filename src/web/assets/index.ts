export { type Asset, type AssetName, type Assets, loadAssets } from './assets.ts'
